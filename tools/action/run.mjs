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
import { answerOf } from './start.mjs'
import { triedCommandsPart } from './tried-commands.mjs'

/** Most bytes of a job summary. @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const MOST_BYTES = 1024 * 1024 - 1024

/** Whether GitHub runs this. */
const isOnGitHub = process.env.GITHUB_ACTIONS === 'true'

async function main() {
  const inputs = inputsOf(process.env, process.platform)
  const { files, manifests, tried, base, command } = inputs
  const run = (words) => answerOf(command, words)

  // First what fails where the base is not there.
  const changes =
    files.length > 0 && base !== '' ? atBase(base, (then) => changesPart(run, inputs, then)) : undefined
  const lint = files.length > 0 ? lintPart(run, inputs) : undefined
  const filters = manifests.length > 0 ? manifestsPart(run, inputs) : undefined
  const commands = tried.length > 0 ? await triedCommandsPart(inputs) : undefined
  const parts = [lint, changes, filters, commands].filter((part) => part !== undefined)

  say(`# seccompile\n\n${parts.map((part) => part.text).join('\n')}`)
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
  const isTooLong = Buffer.byteLength(text) > MOST_BYTES
  const shown = isTooLong ? `${Buffer.from(text).subarray(0, MOST_BYTES).toString()}\n\n… cut off\n` : text
  const { GITHUB_STEP_SUMMARY } = process.env
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, shown)
  else process.stdout.write(shown)
}

/** Writes the outputs. */
function answer(outputs) {
  const { GITHUB_OUTPUT } = process.env
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, lines.join(''))
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stdout.write(errorOfJob(error.message))
  process.exitCode = 2
}
