import { notDecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { callNames, loadArgumentNames } from '@seccompile/describe'
import { drawNames } from '@seccompile/draw/kinds'
import type { Filter } from '@seccompile/filter'
import { attackedFilter, lintFilter, unmatchedEntries } from '@seccompile/lint-report'
import type { LintResult } from '@seccompile/lint-report'
import { CONTAINER_CAPS, formatKernelVersion } from '@seccompile/policy'
import { digest, isUndecided } from '@seccompile/prover'
import type { ProveOptions } from '@seccompile/prover'
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
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import { version } from '../io/version.ts'
import { judgedFilter } from '../load/judged-filter.ts'
import { askedRules } from '../load/lint-question.ts'
import { aboutFile, aboutFiles } from '../load/question.ts'
import { outputOption, POLICY_OR_FILE, SIDE, useOption } from '../options/files.ts'
import { baselineOption } from '../options/lint.ts'
import type { FindingOptions } from '../options/lint.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, valued } from '../syntax/option.ts'

/** A filter, and the report about it. */
interface ReportQuestion extends TargetOptions, Omit<FindingOptions, 'only' | 'skip'> {
  readonly file: string
  /** The filter before a change. */
  readonly base?: string | undefined
}

function digestOf(filter: Filter, prove: ProveOptions): Digest {
  try {
    return { digest: digest(filter.subject, prove) }
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { undecided: error.message }
  }
}

/** The kind of the filter, in a few words. */
function kindOf({ subject, policy }: Filter): string {
  if (policy !== undefined) return 'a policy'
  return subject.level === 'stack' ? 'a stack of raw filters' : 'a raw filter'
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

/** The facts about a filter that a reviewer needs, in one file. */
async function report({ form, ...options }: Asked<ReportQuestion>): Promise<Answer> {
  if (form === 'text')
    throw new CliError(
      'report: give --format html or --format markdown, or name a file with -o that ends in .html or .md',
    )
  const argument = relativeArgument(options.file)
  const baseArgument = options.base === undefined ? undefined : relativeArgument(options.base)
  checkOneStdin([argument, baseArgument, options.baseline])

  const { question, known } = await askedRules(options)
  const asked = baseArgument === undefined ? undefined : await aboutFiles(baseArgument, argument, options)
  const one = asked === undefined ? await aboutFile(argument, options) : undefined
  const filter = asked?.right ?? one!.filter
  const abis = asked?.abis ?? one!.abis
  const prove = asked?.prove ?? one!.prove
  const judged = judgedFilter(filter, options)
  const linted = await lintFilter(judged, question)
  const base = asked && (await lintFilter(judgedFilter(asked.left, options), question))
  const unmatched = unmatchedEntries(question, [linted], known)
  const names = callNames(abis, await loadArgumentNames(abis, {}))
  const programs = programsOf(filter)

  const pictureNames = await drawNames(abis, {})
  /** The section with its pictures, in a form that shows pictures. */
  const pictured = (
    section: SectionResult,
    ...wanted: readonly WantedPicture[]
  ): Promise<SectionResult> | SectionResult =>
    form === 'html'
      ? withPictures(
          section,
          wanted.map((each) => ({ ...each, names: pictureNames })),
        )
      : section
  // The pictures show the program that the tables are about.
  const [program] = programs.programs
  const filters = [{ ...filter, program: () => Promise.resolve(program) }] as const
  const costPictures: readonly WantedPicture[] =
    programs.programs.length === 1
      ? [
          { kind: 'tree', filters, title: `${linted.name}: the search for a call` },
          { kind: 'cost', filters },
        ]
      : []
  const difference =
    asked && (await differenceSection(asked, { base: programsOf(asked.left), filter: programs }))
  const gathered: readonly SectionResult[] = [
    ...(asked === undefined || difference === undefined ? [] : [await pictured(difference, { kind: 'barcode', filters: [asked.left, asked.right] })]), // prettier-ignore
    findingsSection(linted, base),
    attacksSection(await attackedFilter(judged, options.caps)),
    await pictured(meaningSection(filter, names, prove), { kind: 'barcode', filters }),
    await pictured(costSection(filter, programs), ...costPictures),
    await pictured(sizesSection(filter, programs), ...(filter.policy === undefined || costPictures.length === 0 ? [] : [{ kind: 'waterfall', filters } as const])), // prettier-ignore
    proofSection(programs, digestOf(filter, prove)),
  ]
  const { grade, head } = glance({
    linted,
    prove,
    kind: kindOf(filter),
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
  const undecided = gathered.find((each) => each.undecided !== undefined)?.undecided
  return {
    status: undecided === undefined ? 'done' : 'undecided',
    inShort: `grade ${grade}, ${made.sections.length} sections`,
    // The findings of the report have the warnings about the policies.
    warnings: [unmatched.map(({ text }) => ({ message: text }))],
    forms: { html: () => reportPage(made), markdown: () => reportDocument(made) },
    remarks: undecided === undefined ? [] : [notDecided(undecided)],
  }
}

/** `seccompile report`. */
export const command: Command = defineCommand({
  description: 'write what a reviewer needs to know of a filter, in one file: HTML or Markdown',
  args: { file: SIDE },
  options: {
    ...TARGET,
    base: valued({
      placeholder: 'file',
      brief: 'the filter before a change: the report says what became weaker or stricter',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    baseline: baselineOption('accepted findings, each with a reason'),
    use: useOption('lint rules'),
    output: outputOption('the report'),
    format: choice({
      placeholder: 'form',
      brief: 'form of the report',
      choices: ['html', 'markdown'],
      otherwise: 'by the ending of the file, .html or .md',
    }),
  },
  examples: [
    { does: 'a page about a profile', line: 'seccompile report profile.json -o report.html' },
    {
      does: 'with the difference to the profile before',
      line: 'seccompile report new.json --base old.json -o report.md',
    },
  ],
  run: asking(report, {
    forms: ['html', 'markdown'],
    inputs: ({ file, base, baseline, use = [] }) => [
      relativeArgument(file),
      base === undefined ? undefined : relativeArgument(base),
      baseline,
      ...use,
    ],
  }),
})
