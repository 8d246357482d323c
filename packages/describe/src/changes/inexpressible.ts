/*
 * The parts of a filter that a notation cannot express: the reasons, and the calls that would get another verdict. If the text
 * is written nevertheless, the text refuses these calls and the filter does not.
 */
import { refuses, verdictName } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { lossText, lossTexts } from '@seccompile/notation'
import type { Loss } from '@seccompile/notation'
import type { Change, ProveOptions } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { changeReport, reportFacts, reportText } from './change-report.ts'
import type { ChangeReport } from './change-report.ts'
import type { RawOption } from '../names/load-names.ts'
import { printableLine } from '@seccompile/text-layout'

/** A text in a notation, read back: its meaning, and the reasons for what it cannot express. */
export interface WrittenText {
  readonly losses: readonly Loss[]
  /** The meaning of the text. */
  readonly back: Filter
  /** The calls that get another verdict from the text. */
  readonly changes: readonly Change[]
}

/** The calls that the text opens: the new verdict is no refusal. */
const opened = ({ changes }: WrittenText): readonly Change[] => changes.filter(({ to }) => !refuses(to))

/** A filter, and its text in a notation that cannot express all of it. */
export interface InexpressibleFilter {
  readonly filter: Filter
  readonly made: WrittenText
  readonly abis: readonly AbiTable[]
  readonly prove: ProveOptions
  /** The name of the notation in messages: `an OCI profile`. */
  readonly notation: { readonly title: string }
  /** Whether the text is written, because it refuses everything that it cannot express. */
  readonly isWritten: boolean
  /** Whether the text differs only by refusing more calls, all of ABIs that neither the filter nor the text names. */
  readonly isStricterElsewhere: boolean
}

/** The explanation of what is lost, as text and as its parts. */
export interface InexpressibleText {
  readonly text: string
  readonly losses: readonly (Loss & { readonly message: string })[]
  readonly report: ChangeReport
}

/** Most reasons of one kind in the text; `--json` has all. */
const MOST_REASONS = 10

function few(reasons: readonly string[]): readonly string[] {
  const more = reasons.length - MOST_REASONS
  return more > 0 ? [...reasons.slice(0, MOST_REASONS), `… ${more} more`] : reasons
}

function headline({ filter, made, notation, isWritten, isStricterElsewhere }: InexpressibleFilter): string {
  if (isStricterElsewhere)
    return `note: ${notation.title} means the same as ${filter.name}, but is stricter for ABIs that neither names`
  if (isWritten)
    return `note: ${notation.title} cannot express all of ${filter.name}; it refuses what it cannot express`
  return `no: ${notation.title} cannot express all of ${filter.name}; nothing is written${
    opened(made).length > 0 ? '' : '; --deny-inexpressible refuses what it cannot express'
  }`
}

/** The line on calls that the text opens, with one example; empty when there is no such call. */
function openedText(text: WrittenText, { entries, notes }: ChangeReport): readonly string[] {
  const verdicts = [...new Set(opened(text).map(({ to }) => verdictName(to)))]
  if (verdicts.length === 0) return []
  const all = [...entries, ...notes.flatMap((note) => note.entries)]
  const first = all.find(({ of }) => !refuses(of.to))
  const example = first === undefined ? '' : `, for example ${first.calls[0]} of ${first.abis[0]}`
  return [`  some calls would not be refused in the text; they get ${verdicts.join(', ')}${example}`]
}

/** The explanation of what `given` loses in the notation. */
export async function inexpressible(
  given: InexpressibleFilter,
  options: RawOption,
): Promise<InexpressibleText> {
  const { filter, made, abis, prove, notation } = given
  const tokens = abis.map(({ token }) => token)
  const reasons = lossTexts(made.losses, notation.title, tokens)
  const asked = { left: filter, right: made.back, abis, prove }
  const report = await changeReport(asked, made.changes, { ...options, hasWithin: false })
  const shown = given.isWritten ? reasons : few(reasons) // what a written text lacks is said whole
  const text = [headline(given), ...shown.map((reason) => `  ${reason}`), ...openedText(made, report)]
  return {
    text: `${text.map(printableLine).join('\n')}\n${reportText(report)}`,
    losses: made.losses.map((loss) => ({ ...loss, message: lossText(loss, notation.title, tokens) })),
    report,
  }
}

/** The explanation for machines. */
export function lossFacts({ losses, report }: InexpressibleText): Readonly<Record<string, unknown>> {
  return { losses, ...reportFacts(report) }
}
