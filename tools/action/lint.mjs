/* What lint finds in the files: for the summary, as SARIF, and beside the lines of a change. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { abiWords, NO } from './part.mjs'
import { block, withoutTitle } from './text.mjs'

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' }

/** The place of a result; none for a preset, which is no file. */
function placeOf({ physicalLocation: { artifactLocation, region } }) {
  const file = decodeURIComponent(artifactLocation.uri)
  if (file.startsWith('preset:')) return {}
  return {
    file,
    line: region?.startLine,
    column: region?.startColumn,
  }
}

/** The results of a SARIF log that no baseline accepts, as notes. */
function notesOf({ runs: [{ results }] }) {
  return results
    .filter(({ suppressions }) => suppressions === undefined)
    .map(({ ruleId, level, message, locations }) => ({
      level: LEVELS[level],
      title: `seccompile: ${ruleId}`,
      text: message.text,
      ...placeOf(locations[0]),
    }))
}

/** Writes `log` to a file of its own, where an output can say which; the path, or empty. */
function written(log) {
  if (!process.env.GITHUB_OUTPUT) return ''
  const path = join(mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'seccompile-')), 'seccompile.sarif')
  writeFileSync(path, log)
  return path
}

/**
 * What lint finds in the files.
 * @param {import('./part.mjs').Run} run
 * @param {import('./inputs.mjs').Inputs} inputs
 * @returns {import('./part.mjs').Part & { readonly sarif: string }} with the path of a file, or empty where lint has no answer
 */
export function lintPart(run, { files, failOn, baseline, abi }) {
  const accepted = baseline === '' ? [] : ['--baseline', baseline]
  const lint = (form) =>
    run(['lint', ...files, '--fail-on', failOn, ...abiWords(abi), ...accepted, '--format', form])
  const answer = lint('markdown')
  // The answer of lint already lists files that cannot be linted; an error of the command is appended here.
  const error = answer.status > NO && answer.err !== '' ? `\n${block(answer.err)}` : ''
  const text = `## Lint\n\n${withoutTitle(answer.out)}${error}`
  const isBad = answer.status !== 0
  if (answer.out === '') return { text, isBad, notes: [], sarif: '' }
  const log = lint('sarif').out
  return { text, isBad, notes: notesOf(JSON.parse(log)), sarif: written(log) }
}
