#!/usr/bin/env node
/**
 * The action: runs seccompile on the files of a repository, writes what it says to the summary of the job, and fails the
 * job where it has to. Without GITHUB_STEP_SUMMARY the summary goes to standard output, so it runs on any machine.
 */
import { appendFileSync } from 'node:fs'
import { annotation, errorOfJob } from './annotations.mjs'
import { atBase } from './base.mjs'
import { changesPart } from './changes.mjs'
import { inputsOf } from './inputs.mjs'
import { lintPart } from './lint.mjs'
import { manifestsPart } from './manifests.mjs'
import { withSeccompile } from './release.mjs'
import { answerOf } from './start.mjs'
import { cut } from './text.mjs'
import { triedCommandsPart } from './tried-commands.mjs'

/** Most bytes of a job summary. @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const MOST_BYTES = 1024 * 1024 - 1024

/** Whether GitHub runs this. */
const isOnGitHub = process.env.GITHUB_ACTIONS === 'true'

/**
 * The status of the job.
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {readonly string[]} command the words that start seccompile
 */
async function job(inputs, command) {
  const { files, manifests, tried, base } = inputs
  const run = (words) => answerOf(command, words)

  // First what fails where the base is not there.
  const changes =
    files.length > 0 && base !== '' ? atBase(inputs, (then) => changesPart(run, inputs, then)) : undefined
  const lint = files.length > 0 ? lintPart(run, inputs) : undefined
  const filters = manifests.length > 0 ? manifestsPart(run, inputs) : undefined
  const commands = tried.length > 0 ? await triedCommandsPart(command, inputs) : undefined
  const parts = [lint, changes, filters, commands].filter((part) => part !== undefined)

  // Each part has its room, so that a long one hides no other.
  const shown = parts.map(({ text }) => cut(text, Math.floor(MOST_BYTES / parts.length)))
  say(`# seccompile\n\n${shown.join('\n')}`)
  // GitHub shows ten errors and ten warnings of a step (actions/toolkit, docs/problem-matchers.md). Lint may find more, so its notes
  // come last.
  const notes = [changes, filters, commands, lint].flatMap((part) => part?.notes ?? [])
  if (isOnGitHub) process.stdout.write(notes.map(annotation).join(''))
  answer({
    weaker: changes?.weaker ?? 0,
    drifted: filters?.drifted ?? 0,
    refused: commands?.refused ?? 0,
    sarif: lint?.sarif ?? '',
  })
  return parts.some(({ isBad }) => isBad) ? 1 : 0
}

/** Writes the summary. */
function say(text) {
  const { GITHUB_STEP_SUMMARY } = process.env
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, text)
  else process.stdout.write(text)
}

/** Writes the outputs. */
function answer(outputs) {
  const { GITHUB_OUTPUT } = process.env
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, lines.join(''))
}

try {
  const inputs = inputsOf(process.env, process.platform)
  process.exitCode = await withSeccompile(inputs, (command) => job(inputs, command))
} catch (error) {
  process.stdout.write(errorOfJob(error.message))
  process.exitCode = 2
}
