/* Which calls of a command a policy would refuse, by a run of the command in which no call is refused. */
import { watchedAnswer } from './start.mjs'
import { block, code, columns } from './text.mjs'

/** Most rows of a table. */
const MOST_ROWS = 100

/** The table of the calls that would be refused. */
function table(rows) {
  const shown = rows.slice(0, MOST_ROWS)
  const more = rows.length - shown.length
  const words = shown.map(({ count, abi, call, name, nr, errno, verdict, program, rule }) => [
    String(count),
    `${abi ?? ''} ${call ?? name ?? nr}`.trim(),
    errno ?? verdict,
    program ?? '',
    rule ?? '',
  ])
  const header = ['count', 'call', 'answer', 'program', 'rule']
  return `${block(columns([header, ...words]))}${more > 0 ? `\n${more} more rows are not shown\n` : ''}`
}

/** What the report begins with. In a text of the report each quotation mark has a backslash, so this stands there once. */
const START = '{"command":'

/**
 * The report at the end of standard error, behind what the command itself printed.
 * @param {{ readonly status: number | null, readonly last: string }} end of seccompile
 * @returns {object | undefined} undefined where seccompile did not come to its report
 */
function reportOf({ status, last }) {
  try {
    const report = JSON.parse(last.slice(last.lastIndexOf(START)))
    const isReport = typeof report.wouldRefuse === 'boolean' && Array.isArray(report.denied)
    // The status of seccompile agrees with its report.
    const agrees = report.wouldRefuse ? status === 1 : (status === 0) === (report.status === 0)
    return isReport && agrees ? report : undefined
  } catch {
    return undefined
  }
}

/**
 * One tried command.
 * @param {readonly string[]} command the words that start seccompile
 * @param {import('./inputs.mjs').TriedCommand} tried
 * @returns {Promise<import('./part.mjs').Part & { readonly isRefused: boolean }>}
 */
async function triedCommandPart(command, { policy, words }) {
  const end = await watchedAnswer(command, ['try', '--json', policy, '--', ...words])
  const report = reportOf(end)
  const title = (verdict) => `### ${code(words.join(' '))} under ${code(policy)}: ${verdict}\n\n`
  const note = (text) => [{ level: 'error', title: 'seccompile: try', text: `${words.join(' ')}: ${text}` }]
  if (report?.wouldRefuse)
    return {
      text: title('**refused**') + table(report.denied),
      isBad: true,
      notes: note(`${policy} would refuse calls; the summary of the job lists them`),
      isRefused: true,
    }
  if (report === undefined) {
    const why = end.status === null ? 'seccompile was ended by a signal' : end.last
    return {
      text: title('**failed**') + block(why),
      isBad: true,
      notes: note(`is not tried: ${why}`),
      isRefused: false,
    }
  }
  const logged = report.denied.length === 0 ? '' : `\nlogged calls, which run:\n\n${table(report.denied)}`
  if (end.status === 0)
    return {
      text: `${title('runs')}the policy would refuse no call\n${logged}`,
      isBad: false,
      notes: [],
      isRefused: false,
    }
  // A command that fails may not have made all its calls.
  const how = report.signal ? `was ended by ${report.signal}` : `exited with status ${report.status}`
  return {
    text: `${title('**failed**')}the policy would refuse no call, but the command ${how}\n${logged}`,
    isBad: true,
    notes: note(how),
    isRefused: false,
  }
}

/**
 * Which calls the policies would refuse, command by command.
 * @param {readonly string[]} command the words that start seccompile
 * @param {import('./inputs.mjs').Inputs} inputs
 * @returns {Promise<import('./part.mjs').Part & { readonly refused: number }>}
 */
export async function triedCommandsPart(command, { tried }) {
  const parts = []
  for (const each of tried) parts.push(await triedCommandPart(command, each))
  return {
    text: `## Commands\n\n${parts.map(({ text }) => text).join('\n')}`,
    isBad: parts.some(({ isBad }) => isBad),
    notes: parts.flatMap(({ notes }) => notes),
    refused: parts.filter(({ isRefused }) => isRefused).length,
  }
}
