#!/usr/bin/env node
/**
 * The action: runs seccompile on the files of a repository, writes what it says to the summary of the job, and fails the
 * job where it has to. Without GITHUB_STEP_SUMMARY the summary goes to standard output, so it runs on any machine.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { atBase } from './base.mjs'
import { inputsOf } from './inputs.mjs'
import { changesPart, lintPart, manifestsPart } from './report.mjs'

/** Most bytes of a job summary. @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const MOST_BYTES = 1024 * 1024 - 1024

function main() {
  const { files, manifests, base, failOn, failOnWeaker, allowModules, command } = inputsOf(process.env)
  const [name, ...first] = command
  const run = (words) => {
    const { status, stdout, stderr, error } = spawnSync(name, [...first, ...words], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NO_COLOR: '1' },
    })
    if (error !== undefined) throw new Error(`${name} cannot be started: ${error.message}`)
    return { status: status ?? 3, out: stdout, err: stderr }
  }

  const parts = []
  const outputs = { weaker: 0, drifted: 0 }
  if (files.length > 0) {
    parts.push(lintPart(run, files, failOn))
    if (base !== '') {
      const part = atBase(base, (folder) => changesPart(run, files, folder, failOnWeaker))
      outputs.weaker = part.weaker
      parts.push(part)
    }
  }
  if (manifests.length > 0) {
    const part = manifestsPart(run, manifests, allowModules)
    outputs.drifted = part.drifted
    parts.push(part)
  }

  const text = `# seccompile\n\n${parts.map((part) => part.text).join('\n')}`
  const isTooLong = Buffer.byteLength(text) > MOST_BYTES
  const shown = isTooLong ? `${Buffer.from(text).subarray(0, MOST_BYTES).toString()}\n\n… cut off\n` : text
  const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = process.env
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, shown)
  else process.stdout.write(shown)
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `weaker=${outputs.weaker}\ndrifted=${outputs.drifted}\n`)
  return parts.some(({ isBad }) => isBad) ? 1 : 0
}

try {
  process.exitCode = main()
} catch (error) {
  // A workflow command: GitHub shows its text as an error of the job.
  console.log(
    `::error::${error.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`,
  )
  process.exitCode = 2
}
