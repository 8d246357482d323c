/*
 * The page of measured costs: filters of this project beside those of other tools, for the same policies. Every
 * figure is computed from the programs when the page is written, including the figures where another filter is
 * cheaper.
 */
import type { KnownCosts, KnownRow } from '@seccompile/bench/known-costs'
import type { Maker } from '@seccompile/vectors'

/** Our filters on the page, by their names in the measurements. */
const OURS: Readonly<Record<string, string>> = {
  speed: '`--pipeline speed`, the default',
  size: '`--pipeline size`',
  list: '`--pipeline list`',
  'speed, bitmap': '`--objective bitmap`',
  'speed, attach': '`--objective attach`',
}

const POLICIES: Readonly<Record<KnownCosts['name'], string>> = {
  'docker-args': 'Docker’s profile on x86_64',
  'docker-flat': 'The same without tests of arguments',
  'docker-3abi': 'Docker’s profile on x86_64, x86 and x32',
}

const ABOUT: Readonly<Record<KnownCosts['name'], string>> = {
  'docker-args':
    'Docker’s default profile (moby/profiles v0.2.3) for the default capabilities: 309 allowed calls. The arguments of `socket`, `clone` and `personality` are tested, and `clone3` gets ERRNO(ENOSYS).',
  'docker-flat':
    'The same 309 calls are allowed whatever their arguments. So this table compares only how a filter finds the number of a call.',
  'docker-3abi':
    'What Docker loads on an x86_64 machine. Of the programs of other tools, those of libseccomp are for these three.',
}

/** The filter of a user who names no pipeline and no objective. */
const DEFAULT = 'speed'

/** `libseccomp 2.6.0, tree`. */
function makerText({ name, version }: Maker): string {
  const [tool = '', ...kind] = name.split(', ')
  return [`${tool} ${version}`, ...kind].join(', ')
}

const nameOf = ({ filter, maker }: KnownRow): string =>
  maker === undefined ? OURS[filter]! : makerText(maker)

/** A figure of a filter; less is better. */
interface FilterFigure {
  readonly header: string
  /** The words for a sentence. */
  readonly words: string
  /** Whether the figure is a mean, which is printed with two decimals. */
  readonly isMean: boolean
  readonly of: (row: KnownRow) => number
}

/** The figure of a filter, as text. */
const digits = ({ isMean, of }: FilterFigure, row: KnownRow): string => of(row).toFixed(isMean ? 2 : 0)

const INSNS: FilterFigure = {
  header: 'instructions',
  words: 'instructions',
  isMean: false,
  of: ({ insns }) => insns,
}
const ATTACH: FilterFigure = {
  header: 'attach',
  words: 'steps at attach',
  isMean: false,
  of: ({ attachSteps }) => attachSteps,
}

/** The figures of the ABI with the index `at`; sentences name it where there are several. */
function abiFigures({ abis }: KnownCosts, at: number): readonly FilterFigure[] {
  const ofAbi = abis.length === 1 ? '' : ` of ${abis[at]!.token}`
  const figure = (
    header: string,
    words: string,
    of: (row: KnownRow['abis'][number]) => number,
  ): FilterFigure => ({
    header,
    words: `executed for ${words}${ofAbi}`,
    isMean: words.endsWith('mean'),
    of: (row) => of(row.abis[at]!),
  })
  return [
    figure('mean', 'an allowed call, mean', ({ allowed }) => allowed.mean),
    figure('worst', 'an allowed call, worst', ({ allowed }) => allowed.worst),
    figure('refused mean', 'a refused call, mean', ({ denied }) => denied.mean),
    figure('refused worst', 'a refused call, worst', ({ denied }) => denied.worst),
  ]
}

const NOT_CACHED: FilterFigure = {
  header: 'never cached',
  words: 'executed for a call that is never cached, mean',
  isMean: true,
  of: ({ abis }) => abis[0]!.neverCached!, // measured on x86_64, which is first
}

/** The figures of a policy, in the tables of the page, each with its title; one table has no title. */
function tablesOf(
  costs: KnownCosts,
): readonly (readonly [title: string, figures: readonly FilterFigure[]])[] {
  // In docker-flat, which has no tests of arguments, the bitmap holds every allowed call.
  const whole = [...(costs.name === 'docker-flat' ? [] : [NOT_CACHED]), ATTACH]
  const perAbi = costs.abis.map(({ token }, at) => [`Calls of ${token}:`, abiFigures(costs, at)] as const)
  return costs.abis.length === 1
    ? [['', [INSNS, ...abiFigures(costs, 0), ...whole]]]
    : [['', [INSNS, ...whole]], ...perAbi]
}

const shown = ({ rows }: KnownCosts): readonly KnownRow[] =>
  rows.filter(({ filter, maker }) => maker !== undefined || Object.hasOwn(OURS, filter))

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(header) + line(header.map((_, i) => (i === 0 ? '---' : '--:'))) + rows.map(line).join('')
}

/**
 * The number of allowed calls that the kernel caches, which is equal for all filters of a policy. @throws Error where
 * it is not
 */
function cachedText(costs: KnownCosts): string {
  const counts = costs.abis.map(({ token }, i) => {
    const [first, ...others] = new Set(costs.rows.map(({ abis }) => abis[i]!.cached))
    if (first === undefined || others.length > 0)
      throw new Error(`${costs.name}, ${token}: the filters differ in how many calls the kernel caches`)
    const { count } = costs.rows[0]!.abis[i]!.allowed
    return `${first} of ${count} allowed calls of ${token}`
  })
  return `With each of these filters the kernel caches ${counts.join(', ')}.`
}

const backquoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** The sentence that names the filters which decide as the policy says. */
function meaningText(costs: KnownCosts): string {
  const others = costs.rows.filter(({ differs }) => differs.length > 0)
  const but = others.map((row) => ` ${nameOf(row)} gives another verdict to ${backquoted(row.differs)}.`)
  const all = others.length === 0 ? 'All filters' : 'All other filters'
  return `${all} give every call of x86_64${costs.abis.length === 1 ? '' : ' and x86'} the verdict of the policy, whatever its arguments: this is proved when the page is written.${but.join('')}`
}

function policySection(costs: KnownCosts): string {
  const tables = tablesOf(costs).flatMap(([title, figures]) => [
    ...(title === '' ? [] : [`${title}\n`]),
    table(
      ['filter', ...figures.map(({ header }) => header)],
      shown(costs).map((row) => [nameOf(row), ...figures.map((figure) => digits(figure, row))]),
    ),
  ])
  return [
    `## ${POLICIES[costs.name]}\n`,
    `${ABOUT[costs.name]}\n`,
    ...tables,
    `${cachedText(costs)} ${meaningText(costs)}\n`,
  ].join('\n')
}

/** The row with the least `figure`; the first of equal rows. */
const least = (rows: readonly KnownRow[], { of }: FilterFigure): KnownRow =>
  rows.reduce((best, row) => (of(row) < of(best) ? row : best))

/** A line for each figure in which a filter of another tool is below our default. */
function cheaperElsewhere(costs: KnownCosts): readonly string[] {
  const ours = shown(costs).filter(({ maker }) => maker === undefined)
  const others = shown(costs).filter(({ maker }) => maker !== undefined)
  const standard = ours.find(({ filter }) => filter === DEFAULT)!
  const figures = tablesOf(costs).flatMap(([, each]) => each)
  return figures.flatMap((figure) => {
    const below = others.filter((row) => figure.of(row) < figure.of(standard))
    if (below.length === 0) return []
    const best = least(ours, figure)
    const cells = [
      POLICIES[costs.name],
      figure.words,
      below.map((row) => `${row.maker!.name}: ${digits(figure, row)}`).join('; '),
      digits(figure, standard),
      best === standard ? 'the same' : `${digits(figure, best)}, ${nameOf(best)}`,
    ]
    return [`| ${cells.join(' | ')} |\n`]
  })
}

/** A link that shows the owner and the name of a repository: a column has no room for the address. */
const linkOf = (source: string): string => `[${new URL(source).pathname.slice(1)}](${source})`

function head(makers: readonly Maker[]): string {
  const rows = makers.map(
    ({ name, how, version, source }) => `| ${name} | ${how} | ${version} | ${linkOf(source)} |\n`,
  )
  return `<!-- Written by "npm run gen docs" from the programs in tools/vectors and from our own, by tools/docs. -->

# What filters cost: this project and other tools

Several tools make seccomp filters. This page counts what the filters cost that they make **of the same policy**. All figures
are counts of instructions: they are exact, and the same on every machine. No times are here. [Filters on the clock](clock.md) has
times, and [the experiment](getppid.md) says how much of a call's time is the filter.

## What is counted

- _instructions_: the length of the filter. The kernel takes at most 4096.
- _mean_, _worst_: the instructions that one allowed call executes, loads and the return included, with all arguments 0. All
  calls count the same in a mean. An objective counts argument values too: a call that is allowed only for listed argument values
  counts with each of them alike, and every other call with arguments 0. On this page, \`personality\` is the only call with listed values.
- _refused_: the same for calls that the policy does not allow.
- _never cached_: the mean over \`socket\`, \`clone\`, \`personality\` and \`clone3\` of x86_64. Since Linux 5.11 the kernel asks a filter
  once, when it is attached, which numbers it allows whatever the arguments, and does not run it again for these. The profile
  tests the arguments of the first three and refuses the last, so these four run the filter on every kernel. So do refused calls.
- _attach_: the instructions that such a kernel emulates once, for every number of x86_64 and of x86, when the filter is
  attached.

## Which programs

| tool | how | version | source |
| --- | --- | --- | --- |
${rows.join('')}
The programs lie in [tools/vectors](../tools/vectors/README.md), with the commands that make them again, byte for byte. Programs whose version is not
recorded are left out. Ours are made by this version of seccompile, and [their options](command-line.md)
say what they are best at: \`speed\` executes few instructions, \`size\` has few, and \`list\` uses no search tree. The objective
\`bitmap\` makes those calls cheap that the kernel does not cache, and \`attach\` the attach.
`
}

const PICTURE = `The picture shows what each allowed call executes under filters of the preset \`container-default\`, whose conditions
are by name. Its two lines of libseccomp are made by passes of this project that have
libseccomp's shapes. They execute about one or two instructions fewer than libseccomp's own filters.

<!-- draw: cost preset:container-default --abi x86_64 -->
`

const NOTES = `## What the figures do not show

- Numbers from 0x40000000 on are those of x32. In the filters for x86_64 alone, ours and those of libseccomp refuse them by a test of
  their own, which costs a comparison on some ways. Those of kafel, minijail and seccompiler were made of the numbers of x86_64,
  and give all other numbers the default of the policy.
- Under the objectives \`uniform\` and \`weights\`, the search weighs a refused call as 2^-15 of an allowed one, since programs seldom
  repeat a call that fails. So the search puts allowed calls near the root of the tree, and refused ones take what is left. A tree that is
  balanced over all ranges, as that of kafel, gives both the same depth: a refused call executes up to a comparison less there, and an
  allowed one more than a comparison more. With \`--denied-weight 1\`, refused calls weigh as much as allowed ones, and with
  \`--objective attach\` every number weighs the same.
- A call of x32 weighs a hundredth of another one: it decides between trees that are about equal for the other ABIs. With
  \`--abi-weight x32=1\` an allowed call of x32 executes fewer instructions than in libseccomp's tree, and one of x86_64 some more.
- seccompiler takes two actions, one for calls that match and one for the others. So \`clone3\` gets the default, ERRNO(EPERM), there.
- Docker puts instructions in front of a filter of libseccomp, which give ENOSYS to calls newer than the profile. They are not
  counted. \`seccompile compile --unknown ENOSYS\` does the same.
- Tools differ in much that is not counted here: the time of a compilation, the language, what a policy can say.
- A filter that executes half as many instructions does not make a call twice as fast: most of the time of a call is spent
  outside the filter.

To measure a filter of your own: \`seccompile cost FILE\`, whatever made it, and \`seccompile cost FILE -o cost.svg\` for a picture.
\`npm run bench\` prints these figures, those of the other programs, and those of the libseccomp of your machine.
`

/** The cost of refused calls under our default and under kafel's filter, and the reason. */
function refusedText(all: readonly KnownCosts[]): string {
  const lines = all
    .filter(({ abis }) => abis.length === 1)
    .map(({ name, rows }) => {
      const denied = (wanted: string): string =>
        rows.find(({ filter }) => filter === wanted)?.abis[0]!.denied.mean.toFixed(2) ?? 'not counted'
      return `- ${POLICIES[name]}: ${denied(DEFAULT)} under the default, ${denied('kafel')} under kafel's, ${denied('speed, attach')} under \`--objective attach\`, on average.`
    })
  return `## What refused calls cost

A refused call runs the filter on every kernel: the allow bitmap holds allowed calls alone. Under our default it executes up to one
comparison more than under the filter of kafel, an eighth of a nanosecond:

${lines.join('\n')}

The reason is the order of the search tree. kafel halves the numbers again and again, so all of its ranges lie equally deep. Our
search weighs the ranges by the allowed calls in them, and a refused call weighs 2^-15 of an allowed one. Ranges with
many allowed calls move up, and ranges of refused calls move down in turn. A call that is refused and named by a rule, such as
\`clone3\`, counts in full under \`--objective bitmap\`, and all numbers count alike under \`--objective attach\`. [Filters on the
clock](clock.md) has the times: a search for a refused call costs about what a search for an allowed one costs that is drawn at random.
`
}

/** The page in Markdown, not yet laid out. The policies stand in the order of `POLICIES`. */
export function costsPage(all: readonly KnownCosts[]): string {
  const order = Object.keys(POLICIES)
  const [first, ...others] = all.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const makers = new Map(
    all
      .flatMap(({ rows }) => rows)
      .flatMap(({ maker }) => (maker === undefined ? [] : [[maker.name, maker] as const])),
  )
  const cheaper = [first!, ...others].flatMap(cheaperElsewhere)
  return [
    head([...makers.values()]),
    policySection(first!),
    PICTURE,
    ...others.map(policySection),
    '## Where another filter costs less than our default\n',
    'Each figure of the tables in which a filter of another tool is below our default, and the least of ours:\n',
    `| policy | figure | other | default | least of ours |\n| --- | --- | --- | --: | --- |\n${cheaper.join('')}`,
    refusedText([first!, ...others]),
    NOTES,
  ].join('\n')
}
