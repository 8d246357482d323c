/* The answer of `heal`: a diff or calls of the builder on standard output, and what there is to say on standard error. */
import { countsText, isEmpty, reportFacts, reportText } from '@seccompile/describe'
import { builderLines } from '@seccompile/heal'
import type {
  HealedCall,
  JudgedHealing,
  PolicyEdit,
  UnhealedCall,
  WithheldCall,
  WrittenEdit,
} from '@seccompile/heal'
import { formatSource } from '@seccompile/policy/toolkit'
import type { PolicyRule } from '@seccompile/policy'
import { assertNever, quote } from '@seccompile/shape'
import { printableLine } from '@seccompile/text-layout'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { colours } from '../io/colours.ts'
import type { Io } from '../io/io.ts'
import { sayJson, sayNote } from './say.ts'

/** The answer of `heal`. */
interface HealAnswer extends JudgedHealing {
  readonly policyName: string
  readonly from: string
  /** What the source of the calls does not see, a text each. */
  readonly unseen: readonly string[]
}

/** `path` as the header of a diff has it: below the folder of the process without that, as `patch -p0` wants. */
function headerPath(path: string): string {
  const folder = `${process.cwd()}/`
  return path.startsWith(folder) ? path.slice(folder.length) : path
}

/** Whether `patch` takes no such path from a diff. */
const isUnpatchable = (path: string): boolean => path.startsWith('/') || path.split('/').includes('..')

/** What begins a command to a runner of CI within a line. */
const COMMAND = /##(?=\[|vso\[)/g

/** A line of a diff that a runner of CI takes for a command; it trims the sign and spaces in front. */
const COMMAND_LINE = new RegExp(String.raw`^[ +-]?\s*::|${COMMAND.source}`, 'm')

/** The header line `line` of a diff. A name that would command a runner of CI is in quotes, where patch reads `\043` as `#`. */
const quietHeader = (line: string): string =>
  line.search(COMMAND) === -1
    ? line
    : line.replace(/^(\S+) ([^"\t][^\t]*)/, '$1 "$2"').replaceAll(COMMAND, String.raw`#\043`)

/** `diff`, whose two header lines have the name of the file, without commands to a runner of CI in them. */
function quietHeaders(diff: string): string {
  const [from = '', to = '', ...lines] = diff.split('\n')
  return [quietHeader(from), quietHeader(to), ...lines].join('\n')
}

/** An edit as a unified diff. */
function diffText({ path, before, after }: Extract<WrittenEdit, { readonly kind: 'written' }>): string {
  // Without a time, patch would end a name at its first space. The package quotes all other characters that need it.
  const time = path.includes(' ') ? ' ' : undefined
  const name = headerPath(path)
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY }
  return quietHeaders(createTwoFilesPatch(name, name, before, after, time, time, options))
}

const placeOf = ({ source, names }: PolicyRule, name: string): string | undefined => {
  const place = names.find((each) => each.name === name)?.source ?? source
  return place && formatSource(place)
}

/** Why no edit lets a call run. */
function unhealedText({ name, why }: UnhealedCall): string {
  switch (why.kind) {
    case 'number':
      return `${name}: no table has the number, so no rule can name it`
    case 'unnamed':
      return `${name}: nothing says which they were, so no rule can name them`
    case 'abi':
      return `${why.abi} ${name}: the policy is not for ${why.abi}`
    case 'rules': {
      const places = why.rules.map((rule) => placeOf(rule, name) ?? 'a rule of the policy')
      const what =
        places.length === 0
          ? 'a part of the policy that rules do not change'
          : [...new Set(places)].join(' and ')
      return `${name}: ${what} refuses it, and neither a rule that is added nor a name that is taken out changes that`
    }
    default:
      return assertNever(why)
  }
}

const withheldText = ({ name, findings }: WithheldCall): string =>
  `${name}: lint would find, high: ${findings.map((finding) => `${finding.what} [${finding.name}]`).join('; ')}; --force opens it`

/** The names of calls whose arguments the source does not tell. */
const untold = (healed: readonly HealedCall[]): readonly string[] =>
  healed.flatMap(({ name, refused }) => (refused.some(({ isTold }) => !isTold) ? [name] : []))

/** The calls of the builder that have to stand before a rule: after it they would have no effect. */
const linesAhead = ({ rules }: PolicyEdit): readonly { readonly line: string; readonly before: number }[] =>
  rules.flatMap((rule) =>
    rule.before === undefined
      ? []
      : builderLines([rule]).lines.map((line) => ({ line, before: rule.before! + 1 })),
  )

/** The calls of the builder that make the edit, for a policy whose text is not edited. */
function saySteps(io: Io, { edit, policyName }: HealAnswer, why: string): void {
  const { lines, imports } = builderLines(edit.rules)
  const needs = imports.length === 0 ? '' : `; import ${imports.join(', ')} from "seccompile"`
  sayNote(io, `${policyName}: ${why}; make the edit by hand${needs}`)
  for (const { entry, name } of edit.takes)
    sayNote(io, `take ${quote(name)} out of rule ${Math.abs(entry) + 1}`)
  for (const { line, before } of linesAhead(edit)) sayNote(io, `put ${line} before rule ${before}`)
  io.out(lines.map((line) => `${line}\n`).join(''))
}

function sayBeyond(io: Io, { beyond }: HealAnswer): void {
  if ('reason' in beyond)
    sayNote(io, `what the edit allows beyond the seen calls is not decided: ${beyond.reason}`)
  else if (isEmpty(beyond))
    sayNote(
      io,
      'the edit allows the seen calls, with any value of what it does not compare, and nothing else',
    )
  else io.err(`beyond the seen calls, the edit opens (${countsText(beyond.counts)}):\n${reportText(beyond)}`)
}

/** Prints the answer for people: the diff alone on standard output. */
export function sayHealing(io: Io, answer: HealAnswer): void {
  const { healed, unhealed, asked, unseen, withheld, findings, policyName, from, written } = answer
  const { red } = colours(io, 'err')
  const refuse = (what: string, text: string): void => io.err(`${red(what)} ${printableLine(text)}\n`)
  if (unseen.length > 0) sayNote(io, `not seen in ${from}: ${unseen.join(', ')}`)
  for (const one of unhealed) refuse('not mended:', unhealedText(one))
  for (const one of withheld) refuse('not opened:', withheldText(one))
  if (asked.length > 0) sayNote(io, `${policyName} has another process decide about ${asked.join(', ')}`)
  if (written === undefined) {
    if (unhealed.length + withheld.length === 0)
      sayNote(io, `nothing to mend: ${policyName} refuses no call of ${from}`)
    return
  }
  const names = untold(healed)
  if (names.length > 0)
    sayNote(io, `${from} does not tell all arguments of ${names.join(', ')}, so the edit allows every value`)
  for (const { severity, what, name } of findings)
    sayNote(io, `lint finds newly, ${severity}: ${what} [${name}]`)
  sayBeyond(io, answer)
  if (written.kind === 'not-written') {
    saySteps(io, answer, written.why)
    return
  }
  const diff = diffText(written)
  io.out(diff)
  if (COMMAND_LINE.test(diff))
    sayNote(
      io,
      'the diff holds text of the policy that a runner of CI takes for a command; there, write it to a file',
    )
  const { path } = written
  if (isUnpatchable(headerPath(path)))
    sayNote(
      io,
      `patch takes no path out of this folder from a diff; name the file: patch ${printableLine(path)}`,
    )
}

const editFacts = (edit: PolicyEdit, written: WrittenEdit): object =>
  written.kind === 'written'
    ? { diff: diffText(written) }
    : { why: written.why, ...builderLines(edit.rules), takes: edit.takes, ahead: linesAhead(edit) }

/** Prints the answer for machines. */
export function sayHealingJson(io: Io, answer: HealAnswer): void {
  const { healed, unhealed, asked, unseen, withheld, findings, edit, written, beyond } = answer
  const isWhole = unhealed.length + withheld.length === 0
  sayJson(io, {
    answer:
      healed.length > 0 ? (isWhole ? 'mended' : 'partly mended') : isWhole ? 'nothing to mend' : 'not mended',
    healed: healed.map(({ name, refused }) => ({ name, isTold: refused.every(({ isTold }) => isTold) })),
    ...(written === undefined ? {} : editFacts(edit, written)),
    asked,
    unseen,
    unhealed: unhealed.map((one) => ({ name: one.name, message: unhealedText(one) })),
    withheld: withheld.map(({ name, findings: found }) => ({
      name,
      findings: found.map(({ name: rule, severity, what }) => ({ rule, severity, what })),
    })),
    findings: findings.map(({ name: rule, severity, what }) => ({ rule, severity, what })),
    beyond: 'reason' in beyond ? { answer: 'undecided', reason: beyond.reason } : reportFacts(beyond),
  })
}
