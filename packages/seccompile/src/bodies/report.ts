import { CONTAINER_CAPS, formatKernelVersion } from '@seccompile/policy'
import { digest, isUndecided } from '@seccompile/prover'
import type { ProveOptions } from '@seccompile/prover'
import { CliError } from '../io/cli-error.ts'
import { drawNames } from '@seccompile/draw/kinds'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { attackedFilter, lintFilter, unmatchedEntries } from '@seccompile/lint-report'
import type { LintResult } from '@seccompile/lint-report'
import { judgedFilter } from '../load/judged-filter.ts'
import { askedRules } from '../load/lint-question.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import type { Filter } from '@seccompile/filter'
import { formOfEnding } from '../options/file-form.ts'
import { askOne, askTwo, sayUndecided } from '../load/question.ts'
import type { FindingOptions } from '../options/lint.ts'
import type { TargetOptions } from '../options/target.ts'
import {
  attacksSection,
  code,
  costSection,
  differenceSection,
  findingsSection,
  glance,
  meaningSection,
  programsOf,
  proofSection,
  reportDocument,
  reportPage,
  sizesSection,
  withPictures,
} from '@seccompile/report'
import type { ReportCell, Digest, SectionResult, Report, WantedPicture } from '@seccompile/report'
import { callNames, loadArgumentNames } from '@seccompile/describe'
import { sayWarning } from '../show/say.ts'
import { version } from '../io/version.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'

/** The form of a report. */
type Format = 'html' | 'markdown'

/** A filter, and the report about it. */
export interface ReportQuestion extends TargetOptions, Omit<FindingOptions, 'only' | 'skip'> {
  readonly file: string
  /** The filter before a change. */
  readonly base?: string | undefined
  readonly output?: string | undefined
  readonly format?: Format | undefined
}

/** The form for each ending of a file. */
const ENDINGS: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
}

/** The form that the options name, or else the ending of the file. @throws CliError where neither names one */
function formatOf({ format, output }: ReportQuestion): Format {
  const found = format ?? formOfEnding(output, ENDINGS)
  if (found === undefined)
    throw new CliError(
      'report: give --format html or --format markdown, or name a file with -o that ends in .html or .md',
    )
  return found
}

function digestOf(side: Filter, prove: ProveOptions): Digest {
  try {
    return { digest: digest(side.leveled, prove) }
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { undecided: error.message }
  }
}

/** The kind of the filter, in a few words. */
function kindOf({ leveled, policy }: Filter): string {
  if (policy !== undefined) return 'a policy'
  return leveled.level === 'stack' ? 'a stack of raw filters' : 'a raw filter'
}

function factsOf({ name, kernel, caps }: LintResult, base: LintResult | undefined): Report['facts'] {
  const list = caps.length === 0 ? 'none' : caps.map(code)
  const isDefault = caps === CONTAINER_CAPS
  const facts: (readonly [string, ReportCell])[] = [
    ['file', code(name)],
    ['kernel', formatKernelVersion(kernel)],
    ['capabilities', isDefault ? 'those that Docker gives a container' : list],
  ]
  return base === undefined ? facts : [...facts, ['base', code(base.name)]]
}

/** `seccompile report`: the facts about a filter that a reviewer needs, in one file. */
export async function report(io: Io, options: ReportQuestion): Promise<ExitCode> {
  const format = formatOf(options)
  const argument = relativeArgument(options.file)
  const baseArgument = options.base === undefined ? undefined : relativeArgument(options.base)
  const inputs = [argument, baseArgument, options.baseline]
  const output = answerFile(options, [...inputs, ...(options.use ?? [])])
  checkOneStdin(inputs)

  const { question, known } = await askedRules(options)
  const quiet = { ...options, json: true } // the findings of the report have the warnings
  const asked = baseArgument === undefined ? undefined : await askTwo(io, baseArgument, argument, quiet)
  const one = asked === undefined ? await askOne(io, argument, quiet) : undefined
  const side = asked?.right ?? one!.side
  const abis = asked?.abis ?? one!.abis
  const prove = asked?.prove ?? one!.prove
  const judged = judgedFilter(side, options)
  const linted = await lintFilter(judged, question)
  const base = asked && (await lintFilter(judgedFilter(asked.left, options), question))
  for (const { text } of unmatchedEntries(question, [linted], known)) sayWarning(io, text)
  const names = callNames(abis, await loadArgumentNames(abis, {}))
  const programs = programsOf(side)

  const pictureNames = await drawNames(abis, {})
  /** The section with its pictures, in a form that shows pictures. */
  const pictured = (
    section: SectionResult,
    ...wanted: readonly WantedPicture[]
  ): Promise<SectionResult> | SectionResult =>
    format === 'html'
      ? withPictures(
          section,
          wanted.map((each) => ({ ...each, names: pictureNames })),
        )
      : section
  // The pictures show the program that the tables are about.
  const [program] = programs.programs
  const sides = [{ ...side, program: () => Promise.resolve(program) }] as const
  const costPictures: readonly WantedPicture[] =
    programs.programs.length === 1
      ? [
          { kind: 'tree', sides, title: `${linted.name}: the search for a call` },
          { kind: 'cost', sides },
        ]
      : []
  const difference =
    asked && (await differenceSection(asked, { base: programsOf(asked.left), side: programs }))
  const gathered: readonly SectionResult[] = [
    ...(asked === undefined || difference === undefined ? [] : [await pictured(difference, { kind: 'barcode', sides: [asked.left, asked.right] })]), // prettier-ignore
    findingsSection(linted, base),
    attacksSection(await attackedFilter(judged, options.caps)),
    await pictured(meaningSection(side, names, prove), { kind: 'barcode', sides }),
    await pictured(costSection(side, programs), ...costPictures),
    await pictured(sizesSection(side, programs), ...(side.policy === undefined || costPictures.length === 0 ? [] : [{ kind: 'waterfall', sides } as const])), // prettier-ignore
    proofSection(programs, digestOf(side, prove)),
  ]
  const { grade, head } = glance({
    linted,
    prove,
    kind: kindOf(side),
    base,
    difference,
    isBaseline: options.baseline !== undefined,
  })
  const made: Report = {
    title: `Seccomp report: ${linted.name}`,
    head,
    facts: factsOf(linted, base),
    sections: gathered.map(({ section }) => section),
    maker: `Made by seccompile ${version()}`,
  }
  const text = format === 'html' ? reportPage(made) : reportDocument(made)
  await writeAnswer(io, output, text, `grade ${grade}, ${made.sections.length} sections`)
  const undecided = gathered.find((each) => each.undecided !== undefined)?.undecided
  return undecided === undefined ? EXIT.ok : sayUndecided(io, undecided, false)
}
