/* Which calls the files let do more, or less, than at the base. */
import { abiWords, NO } from './part.mjs'
import { block, code, withoutTitle } from './text.mjs'

/** The text on a file that cannot be compared. */
const uncompared = (title, why) => ({ text: `${title}\n\n${why}`, isBad: true, isWeaker: false })

/**
 * What changes in one file.
 * @param {import('./part.mjs').Run} run
 * @param {string} file
 * @param {import('./base.mjs').Base} base
 * @param {readonly string[]} target words of seccompile
 * @returns {{ readonly text: string, readonly isBad: boolean, readonly isWeaker: boolean }}
 */
function changedFile(run, file, base, target) {
  const title = `### ${code(file)}`
  const same = (text) => ({ text: `${title}\n\n${text}\n`, isBad: false, isWeaker: false })
  if (file.startsWith('preset:')) return same('a preset, which is no file')
  const before = base.at(file)
  switch (before.kind) {
    case 'absent':
      return same('new: the base has no file of this name, so nothing is compared')
    case 'uncompared':
      return uncompared(title, `${before.why}\n`)
    case 'file':
      break
  }
  const answer = run(['diff', before.path, file, ...target, '--format', 'markdown'])
  if (answer.status > NO) return uncompared(title, block(base.shown(answer.err)))
  if (answer.status === 0) return same('no call changes')
  const less = run(['subset', file, '--of', before.path, ...target, '--json'])
  if (less.status > NO) return uncompared(title, block(base.shown(less.err)))
  const isWeaker = less.status === NO
  const text = base.shown(withoutTitle(answer.out))
  return { text: `${title}${isWeaker ? ': **weaker**' : ''}\n\n${text}`, isBad: false, isWeaker }
}

/** The ABIs of a comparison. A profile may mean something else on another machine, of which the comparison says nothing. */
const comparedFor = (abi) =>
  abi === ''
    ? 'policies are compared for the ABIs that they name, or else for x86_64; the input "abi" names others'
    : `compared for ${code(abi)}`

/**
 * What changes from the base to now, file by file.
 * @param {import('./part.mjs').Run} run
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {import('./base.mjs').Base} base
 * @returns {import('./part.mjs').Part & { readonly weaker: number }}
 */
export function changesPart(run, { files, failOnWeaker, abi }, base) {
  const all = files.map((file) => ({ file, ...changedFile(run, file, base, abiWords(abi)) }))
  const weaker = all.filter(({ isWeaker }) => isWeaker)
  const level = failOnWeaker ? 'error' : 'warning'
  const notes = weaker.map(({ file }) => ({
    level,
    file,
    title: 'seccompile: weaker',
    text: `${file} lets a call do more than it did at the base; the summary of the job lists the calls`,
  }))
  const nothing =
    'the base is the commit that is checked out, and no file differs from it: nothing is compared'
  const attention = base.isHead ? `**Attention:** ${nothing}\n\n` : ''
  return {
    text: `## Changes\n\n${attention}${comparedFor(abi)}\n\n${all.map(({ text }) => text).join('\n')}`,
    isBad: all.some(({ isBad }) => isBad) || (failOnWeaker && (weaker.length > 0 || base.isHead)),
    notes: base.isHead ? [...notes, { level, title: 'seccompile', text: nothing }] : notes,
    weaker: weaker.length,
  }
}
