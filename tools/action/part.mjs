/* What each check of the action yields, and what the checks share. */

/**
 * @typedef {{ readonly status: number, readonly out: string, readonly err: string }} Answer of a command
 * @typedef {(words: readonly string[]) => Answer} Run seccompile with some words
 *
 * @typedef {object} Note a line on the page of a change
 * @property {'error' | 'warning' | 'notice'} level
 * @property {string} title
 * @property {string} text
 * @property {string} [file] relative to the repository
 * @property {number} [line] from 1
 * @property {number} [column] from 1
 *
 * @typedef {object} Part of the summary
 * @property {string} text Markdown
 * @property {boolean} isBad whether the job fails by it
 * @property {readonly Note[]} notes
 */

/** Exit status of seccompile for the answer "no". A higher status is a failure. */
export const NO = 1

/**
 * The words of seccompile that name the ABIs of an input.
 * @param {string} abi empty for those of each file
 * @returns {readonly string[]}
 */
export const abiWords = (abi) => (abi === '' ? [] : ['--abi', abi])
