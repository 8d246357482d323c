/* Answers about attacks in Markdown: a table, and the clauses of single attacks, for a comment on a change. */
import type { AttackAnswer } from '@seccompile/attacks'
import { markdownCode, markdownRows, markdownText } from '@seccompile/text-layout'
import { attackCounts, namesIn, verdictWords, worstFirst } from './judged-attacks.ts'
import type { JudgedAttacks } from './judged-attacks.ts'
import { refusalTexts } from './refusals.ts'
import { ABOUT_STOPPED, clauseReason, clauseWord, reasonText } from './attacks-text.ts'

/** The clauses of one attack, as a table under its name. */
function clausesMarkdown(judged: JudgedAttacks, { record, machines }: AttackAnswer): string {
  const names = namesIn(judged)
  const rows = machines.flatMap(({ abis, clauses }) =>
    clauses.map((each) => [each.clause.name, clauseWord(each), clauseReason(names, each), abis.join(', ')]),
  )
  const title = `#### ${markdownCode(record.id)} ${markdownText(record.name)}\n\n${markdownText(record.summary)}\n`
  if (rows.length === 0) return title
  const refusals = machines.flatMap((machine) =>
    refusalTexts(judged.filter, names, record, machine).map(
      (text) => `- ${markdownText(`to stop it on ${machine.abis.join(', ')}, refuse ${text}`)}\n`,
    ),
  )
  const list = refusals.length === 0 ? '' : `\n${refusals.join('')}`
  return `${title}\n${markdownRows(['clause', 'state', 'calls', 'machine'], rows)}${list}`
}

/** The answers in Markdown. `shown` are the attacks whose clauses follow the table. */
export function attacksMarkdown(judged: JudgedAttacks, shown: readonly AttackAnswer[]): string {
  const names = namesIn(judged)
  const rows = worstFirst(judged.answers).map((answer) => [
    verdictWords(answer.verdict),
    answer.record.id,
    answer.record.name,
    reasonText(names, answer),
  ])
  return [
    `### ${markdownCode(judged.name)}\n`,
    markdownRows(['verdict', 'attack', 'name', 'by'], rows),
    `${markdownText(attackCounts(judged.answers))}; ${markdownText(ABOUT_STOPPED)}\n`,
    ...shown.map((answer) => clausesMarkdown(judged, answer)),
  ].join('\n')
}
