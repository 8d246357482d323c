/*
 * What seccompile says of the files of a repository, as Markdown.
 *
 * Three questions: what lint finds, what changes from the base, and whether filters still mean what their policies mean.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ readonly status: number, readonly out: string, readonly err: string }} Answer of a command
 * @typedef {(words: readonly string[]) => Answer} Run seccompile with some words
 * @typedef {object} Part
 * @property {string} text Markdown
 * @property {boolean} isBad whether the job fails by it
 */

/** Exit status of seccompile for the answer "no". A higher status is a failure. */
const NO = 1

/** The output of a command as a code block. Back quotes in the output cannot end the block. */
function block(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`
}

/** `text` without its first heading: the report has its own. */
const withoutTitle = (text) => text.replace(/^# .*\n+/, '')

/** A name as a Markdown code span on one line. No character of the name can end the span. */
function code(name) {
  const visible = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  const plain = name
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, visible)
    .replaceAll('`', "'")
  return `\`${plain}\``
}

/**
 * What lint finds in the files.
 * @param {Run} run
 * @param {readonly string[]} files
 * @param {string} failOn
 * @returns {Part}
 */
export function lintPart(run, files, failOn) {
  const answer = run(['lint', ...files, '--fail-on', failOn, '--format', 'markdown'])
  // The answer of lint already lists files that cannot be linted; an error of the command is appended here.
  const error = answer.status > NO && answer.err !== '' ? `\n${block(answer.err)}` : ''
  return { text: `## Lint\n\n${withoutTitle(answer.out)}${error}`, isBad: answer.status !== 0 }
}

/**
 * A file of the repository as it was at the base, where it was there: a filter of several is `FILE#NAME`, and filters that are
 * attached together are `FILE.1,FILE.2`.
 * @param {string} file
 * @param {string} folder that of the base
 * @returns {string | undefined} the same word, with paths in `folder`
 */
function atBase(file, folder) {
  const isFile = existsSync(file)
  const at = isFile ? -1 : file.lastIndexOf('#')
  const part = at === -1 ? '' : file.slice(at)
  const named = at === -1 ? file : file.slice(0, at)
  const paths = (isFile || part !== '' ? [named] : named.split(',')).map((path) => join(folder, path))
  return paths.some((path) => existsSync(path)) ? paths.join(',') + part : undefined
}

/**
 * What changes from the base to now, file by file.
 * @param {Run} run
 * @param {readonly string[]} files
 * @param {string} folder that of the base
 * @param {boolean} failOnWeaker
 * @returns {Part & { readonly weaker: number }}
 */
export function changesPart(run, files, folder, failOnWeaker) {
  let weaker = 0
  let isBad = false
  const parts = files.map((file) => {
    if (file.startsWith('preset:')) return `### ${code(file)}\n\na preset, which is no file\n`
    const before = atBase(file, folder)
    if (before === undefined) return `### ${code(file)}\n\nnew\n`
    const answer = run(['diff', before, file, '--format', 'markdown'])
    if (answer.status > NO) {
      isBad = true
      return `### ${code(file)}\n\n${block(answer.err)}`
    }
    if (answer.status === 0) return `### ${code(file)}\n\nno call changes\n`
    const less = run(['subset', file, '--of', before, '--json'])
    const isWeaker = less.status === NO
    if (less.status > NO) isBad = true
    if (isWeaker) weaker += 1
    const text = withoutTitle(answer.out).replaceAll(`${folder}/`, '')
    return `### ${code(file)}${isWeaker ? ': **weaker**' : ''}\n\n${text}`
  })
  return { text: `## Changes\n\n${parts.join('\n')}`, isBad: isBad || (failOnWeaker && weaker > 0), weaker }
}

/** The options of a manifest, which decide what is proved, in words of the command line. */
const optionsText = (options) =>
  Object.entries(options)
    .map(([name, value]) => `--${name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} ${value}`)
    .join(' ')

/** The line for a filter that matches its policy, from the JSON of check-manifest. */
function held({ policy, filter, options, digest, changed }) {
  const how = optionsText(options)
  return [
    `${code(filter)} means what ${code(policy)} means${how === '' ? '' : `, with ${code(how)}`}\n`,
    ...(digest === undefined ? [] : [`digest ${code(digest)}\n`]),
    ...(changed
      ? [
          'policy and filter have both changed since the manifest was written: compile again with --manifest\n',
        ]
      : []),
  ].join('\n')
}

/**
 * One manifest: whether its filter holds, and whether its digest is that of the filter.
 * @param {Run} run
 * @param {string} manifest
 * @param {readonly string[]} more words
 * @returns {Part & { readonly isDrifted: boolean }}
 */
function manifestPart(run, manifest, more) {
  const title = (verdict) => `### ${code(manifest)}: ${verdict}\n\n`
  const answer = run(['check-manifest', manifest, '--json', ...more])
  if (answer.status === 0) {
    const facts = JSON.parse(answer.out)
    const verdict = facts.changed ? '**out of date**' : 'holds'
    return { text: title(verdict) + held(facts), isBad: facts.changed === true, isDrifted: false }
  }
  // The calls that differ, in words.
  const { out, err } = answer.status === NO ? run(['check-manifest', manifest, ...more]) : answer
  const isDrifted = answer.status === NO
  return {
    text: title(isDrifted ? '**differs**' : '**failed**') + block(`${out}${err}`),
    isBad: true,
    isDrifted,
  }
}

/**
 * Whether filters still mean what their policies mean.
 * @param {Run} run
 * @param {readonly string[]} manifests
 * @param {boolean} allowModules
 * @returns {Part & { readonly drifted: number }}
 */
export function manifestsPart(run, manifests, allowModules) {
  const more = allowModules ? ['--allow-modules'] : []
  const parts = manifests.map((manifest) => manifestPart(run, manifest, more))
  return {
    text: `## Filters\n\n${parts.map(({ text }) => text).join('\n')}`,
    isBad: parts.some(({ isBad }) => isBad),
    drifted: parts.filter(({ isDrifted }) => isDrifted).length,
  }
}
