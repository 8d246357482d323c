/*
 * The page docs/clock.md and its chart, from the figures of runs. No figure is written by hand.
 */
import { barChart } from '@seccompile/experiment'
import { MAKERS } from '@seccompile/vectors'
import type { BaselineTool } from '@seccompile/vectors'
import { OURS, TREE } from './clock-filters.ts'
import { figuresFile } from './clock-machine.ts'
import type { ClockPolicy, ClockResult } from './clock-result.ts'
import { WORK_COUNTS } from './clock-sittings.ts'
import type { ClockRow } from './clock-sittings.ts'
import {
  ALONE,
  columnsOf,
  DEFEATED,
  floorOf,
  KEY_COLUMNS,
  overOf,
  playedOf,
  ratioOf,
  WITH_BITMAP,
} from './clock-summary.ts'
import type { SummaryColumn } from './clock-summary.ts'

const TITLES: Readonly<Record<ClockPolicy['policy'], string>> = {
  'docker-args': 'Docker’s profile on x86_64',
  'docker-flat': 'The same without tests of arguments',
  'docker-3abi': 'Docker’s profile on x86_64, x86 and x32',
}

/** Our filters, as the options of the command name them. */
const NAMES: Readonly<Record<string, string>> = {
  speed: '`--pipeline speed`',
  size: '`--pipeline size`',
  list: '`--pipeline list`',
  none: '`--pipeline none`',
  'speed, weights': '`--objective weights`',
  'speed, bitmap': '`--objective bitmap`',
  'speed, attach': '`--objective attach`',
}

/** The name of a filter with the version of its tool, where that is known. */
function nameOf(filter: string): string {
  const maker = (MAKERS as Readonly<Record<string, (typeof MAKERS)[BaselineTool]>>)[filter]
  if (maker === undefined) return NAMES[filter] ?? filter
  const [tool = '', ...kind] = maker.name.split(', ')
  return [`${tool} ${maker.version}`, ...kind].join(', ')
}

/** A table in Markdown. The first `words` cells of a row are words; the others are figures. */
const tableOf = (header: readonly string[], rows: readonly (readonly string[])[], words = 1): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, i) => (i < words ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** `value` with that many `digits`; a value that rounds to zero has no sign. */
const rounded = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(0\.0+)$/, '$1')
const ns = (value: number): string => rounded(value, 2)

/** Our distance from `ret` divided by that of the tree; a dash where noise hides the distance of the tree. */
const ratioText = (policy: ClockPolicy, column: SummaryColumn): string => {
  const ratio = ratioOf(policy, column)
  return ratio === undefined ? '–' : ns(ratio)
}

/** The ratio of {@link ratioText} as words of a sentence. */
const ratioWords = (policy: ClockPolicy, column: SummaryColumn): string => {
  const ratio = ratioOf(policy, column)
  return ratio === undefined
    ? `two measurements of one filter were up to ${ns(floorOf(policy, column).apart)} ns apart, and this noise hides the ratio`
    : `a ratio of ${ns(ratio)}`
}

function costTable(policy: ClockPolicy, columns: readonly SummaryColumn[]): string {
  const own = columnsOf(policy, columns)
  const cells = (of: (column: SummaryColumn) => string): readonly string[] => own.map(of)
  return tableOf(
    ['filter', 'instructions', ...own.map(({ title }) => title)],
    [
      ['`ret`, whole', '1', ...cells((column) => floorOf(policy, column).ret.toFixed(1))],
      ...policy.filters.map(({ name, insns }) => [
        nameOf(name),
        String(insns),
        ...cells((column) => ns(overOf(policy, column, name))),
      ]),
      ['_measured twice, apart_', '', ...cells((column) => ns(floorOf(policy, column).apart))],
      ['_runs the filter_', '', ...cells((column) => `${(floorOf(policy, column).runs * 100).toFixed(1)} %`)],
      [`**\`${OURS}\` / ${TREE}**`, '', ...cells((column) => `**${ratioText(policy, column)}**`)],
    ],
  )
}

const WORK_NAMES: Readonly<Record<ClockRow['work'], string>> = {
  program: 'as by a program',
  words: 'calls from one place',
  jumps: 'random jumps',
  none: 'none',
}

/** Conditional jumps that the native program takes to count a word. */
const JUMPS_OF_A_WORD = 32

/**
 * The table that explains the times of replays: executed instructions, and jumps that a predictor without memory gets
 * wrong.
 */
function playedTable(policy: ClockPolicy): string {
  const { program, words } = KEY_COLUMNS
  return tableOf(
    ['filter', 'executed', 'mispredictable', program.title, words.title],
    policy.filters.map(({ name }) => {
      const { executed, mispredictable } = playedOf(policy, name)
      return [nameOf(name), ns(executed), ns(mispredictable), ...[program, words].map((column) => ns(overOf(policy, column, name)))] // prettier-ignore
    }),
  )
}

/** The table of each replay: our default and libseccomp's tree. */
function replayTable(policy: ClockPolicy): string {
  const one = (sequence: string, work: ClockRow['work']): SummaryColumn => ({
    title: sequence,
    isIn: (row) => row.kind === 'replay' && !row.bitmap && row.work === work && row.sequence === sequence,
  })
  const sequences = [
    ...new Set(policy.floors.filter(({ kind }) => kind === 'replay').map((floor) => floor.sequence)),
  ]
  return tableOf(
    ['calls of', 'between them', '`ret`, whole', OURS, TREE, 'ratio', 'measured twice, apart'],
    sequences.flatMap((sequence) =>
      (['program', 'words', 'jumps', 'none'] as const).map((work) => {
        const column = one(sequence, work)
        const { ret, apart } = floorOf(policy, column)
        return [
          sequence,
          WORK_NAMES[work],
          ret.toFixed(1),
          ns(overOf(policy, column, OURS)),
          ns(overOf(policy, column, TREE)),
          ratioText(policy, column),
          ns(apart),
        ]
      }),
    ),
  )
}

function attachTable({ attach }: ClockPolicy): string {
  return tableOf(
    ['filter', 'µs', `to ${TREE}`],
    attach.map(({ filter, us, toTree }) => [nameOf(filter), us.toFixed(1), toTree.toFixed(3)]),
  )
}

function recordingTable({ recordings }: ClockResult): string {
  return tableOf(
    ['name', 'what', 'calls', 'recorded with', 'by'],
    recordings.map(({ name, what, count, versions, command }) => [
      name,
      what,
      String(count),
      `\`${command}\``,
      versions.join(', '),
    ]),
    5,
  )
}

/** The machine on which the figures were measured, as text. */
function machineText({ machine, cpu, rounds }: ClockResult): string {
  const { processor, identity, kernel, date, mitigations } = machine
  const said = Object.entries(mitigations).map(([name, what]) => `\`${name}\`: ${what}`)
  return `${processor} (${identity}), processor ${cpu}; Linux ${kernel}; ${date}; ${rounds} turns of each filter. What this kernel does about weaknesses of the processor: ${said.join('; ') || 'nothing'}. Other tools: the versions that stand beside their names; of a name without a version it is not known.`
}

/** Our default beside libseccomp's tree, on every kind of processor that was measured. */
function processorTable(results: readonly ClockResult[]): string {
  const { program, words, jumps, draws } = KEY_COLUMNS
  const columns = [program, words, jumps, ALONE, draws]
  return tableOf(
    ['processor', 'policy', ...columns.map(({ title }) => title), 'attach'],
    results.flatMap(({ machine, policies }) =>
      policies.map((policy) => [
        `${machine.processor} (${machine.identity})`,
        `\`${policy.policy}\``,
        ...columns.map((column) => ratioText(policy, column)),
        ns(policy.attach.find(({ filter }) => filter === OURS)!.toTree), // our filter takes part in every measurement
      ]),
    ),
    2,
  )
}

function policySection(policy: ClockPolicy): readonly string[] {
  return [
    `## ${TITLES[policy.policy]}`,
    'The bitmap defeated: nanoseconds a call beyond `ret`.',
    costTable(policy, DEFEATED),
    'With the bitmap, as on Linux 5.11 and newer:',
    costTable(policy, WITH_BITMAP),
    'The attach:',
    attachTable(policy),
  ]
}

/** The page for `results`, the newest first, before it is formatted. */
function clockPage(results: readonly ClockResult[]): string {
  const result = results[0]! // there is at least one result
  const args = result.policies.find(({ policy }) => policy === 'docker-args')! // it is measured
  const { program, words, jumps, draws, cached } = KEY_COLUMNS
  const figure = (column: SummaryColumn, filter: string): string => rounded(overOf(args, column, filter), 1)
  return `${[
    '<!-- Written by "npm run bench clock -- --write" from docs/clock, by tools/bench. -->',
    '# Filters on the clock',
    `What does a filter of Docker’s profile add to a call, on the kernel’s clock? The floor is \`ret\`: a filter of one instruction. On recorded calls of three programs, made as programs make them, with the allow bitmap defeated, our default takes ${figure(program, OURS)} ns more than \`ret\`, and libseccomp’s tree ${figure(program, TREE)} ns: ${ratioWords(args, program)}. The same calls from one place of a program take ${figure(words, OURS)} and ${figure(words, TREE)} ns: ${ratioWords(args, words)}. There the branch predictor cannot tell which call it is. With random jumps before each call it is ${figure(jumps, OURS)} and ${figure(jumps, TREE)} ns. On allowed calls drawn at random, which no program makes, they take ${figure(draws, OURS)} and ${figure(draws, TREE)} ns. With the bitmap of Linux 5.11 and newer, ${(floorOf(args, cached).runs * 100).toFixed(1)} % of the recorded calls run the filter, and the filters are ${figure(cached, OURS)} and ${figure(cached, TREE)} ns from \`ret\`, where ${ns(floorOf(args, cached).apart)} ns is noise.`,
    '![What filters of Docker’s profile add to a call](clock.svg)',
    `Measured on: ${machineText(result)}`,
    'Times compare within one table only. [What filters cost](comparison-of-costs.md) has counts that are the same on every machine.',
    '## By processor',
    `The distance of our default from \`ret\` divided by that of libseccomp’s tree, with the bitmap defeated, and its time to attach divided by that of the tree. All other figures of this page are of the processor in the first row. \`docker-args\` is Docker’s profile on x86_64, \`docker-flat\` the same without tests of arguments, and \`docker-3abi\` the profile on x86_64, x86 and x32. A dash stands where noise hides the ratio.`,
    processorTable(results),
    '## What is played',
    recordingTable(result),
    'The files hold the numbers of all calls in order, with those arguments that policies test: [tools/vectors](../tools/vectors/README.md) says how they were recorded. strace stops a thread at each call, so the order of calls of several threads is that under strace. Sequences are cut to a multiple of 256 calls.',
    `- _replays, as by a program_: a recorded sequence. Between two calls a program reads ${WORK_COUNTS.program} words of a text and counts each in a hash table. That takes about ${WORK_COUNTS.program * JUMPS_OF_A_WORD} conditional jumps, which the text decides: where a word ends, and which entries of the table are compared. The text is made of 1000 words, the n-th of them with a probability in proportion to 1/n, and repeats after 20,000 words. Each number is called by a function of its own from a place of its own, as programs call libc. After the words, the history of the branch predictor holds no call before. The place tells it which call it is.`,
    '- _replays, calls from one place_: the same work, and all numbers are called from one place. The predictor cannot tell them apart. It knows where each jump of the filter goes most of the time.',
    `- _replays, random jumps between_: ${WORK_COUNTS.jumps} conditional jumps between two calls from one place. One in 32 of them goes where the predictor does not expect it, by random bits that never repeat. This is harsher than a program: the branches right before a call are noise.`,
    '- _replays alone_: the same calls one directly after the other, again and again. The predictor learns part of the sequence.',
    '- _alike_, _by frequency_: calls drawn at random, each with arguments 0. All calls are drawn with the same probability, or as often as eight traced workloads made them. Every call surprises the predictor. This is the worst case, and no program makes such calls.',
    '- _never cached_: the calls that the profile names and the bitmap does not hold: `socket`, `clone`, `personality` and `clone3`.',
    '- _refused_: calls of x86_64 that the profile does not allow.',
    ...result.policies.flatMap((policy) =>
      policy.policy === 'docker-args'
        ? [...policySection(policy), 'Each program by itself, the bitmap defeated:', replayTable(policy)]
        : policySection(policy),
    ),
    '## Where the time goes',
    'Docker’s profile on x86_64, recorded calls: the mean over the three programs. _Executed_ counts instructions of a call. _Mispredictable_ counts jumps of a call that go the way which the calls of this sequence take less often there. A predictor that knows no more than the frequent way misses these jumps. The last columns are the nanoseconds of the table above.',
    playedTable(args),
    '## What the figures say',
    '- Where all calls come from one place, the mispredictable jumps decide: a misprediction costs more than several instructions. Where each call has a place of its own, the predictor foresees most jumps. What is left are the executed instructions and the length of the filter. Noise hides the order of the filters that execute few.',
    '- The default keeps the mean of executed instructions low over all calls, each of which counts the same. For recorded calls `--objective weights` executes fewer. Neither has the fewest jumps that are hard to predict. `seccompile cost` counts both. [Decision 25](adr/0025-no-price-on-mispredictions.md) has what a price on such jumps would change.',
    '- A list is slow for every call near its end, and its jumps are easy to predict. A long program also takes more of the processor’s caches.',
    '- With the bitmap, a call that the number alone allows costs the same under every filter. What is left are calls whose arguments are tested, refused calls, and calls of x32. These are what `--objective bitmap` is about, which a named kernel implies from 5.11 on ([decision 26](adr/0026-default-objective-by-kernel.md)).',
    '- A refused call runs the filter on every kernel. [What refused calls cost](comparison-of-costs.md#what-refused-calls-cost) counts them.',
    '## How it is measured',
    'No call of a sequence is executed. With the bitmap defeated, each return of a filter is made an errno. The filter takes the same way for each call, the kernel makes no call, and it caches none. `ret` is made an errno too.',
    'With the bitmap, a call that it holds is made as `getppid`, which changes nothing. Two instructions in front of each filter, a load and a comparison, let `getppid` go to a return of its own that allows it, so that the kernel caches it. What a cached call costs does not depend on its number. The other calls run these two instructions and the filter, and get an errno. `ret` has the two as well. All filters of one table cache the same calls, which is checked.',
    'Filters take turns, in a random order in each round, each turn in a fresh process on one processor, and the places of the filters in memory are shuffled. A sequence is timed in slices of 256 calls. The time of a slice is low among its measurements, since other work on the machine only adds time: a twentieth of them are not above it. The time of a call is the mean over slices. `ret` and our default take part twice; the table says how far apart the two measurements of one filter were, at worst over the sequences of a column. Smaller differences mean nothing. Two filters do not show all noise: no filter is faster than `ret`, so a figure below zero is noise as well. An attach is timed in the same way: a tenth of the turns were not above its figure.',
    'The filters of other tools are the programs in [tools/vectors](../tools/vectors/README.md). _shape of libseccomp_ is made by passes of this project. For x86_64 alone, libseccomp and ours test for x32, and the others do not. `--pipeline speed` is the default without a named kernel.',
    `To measure again: \`npm run bench clock -- --write\` writes this page, its chart and the figures of the processor at hand in a file of their own: ${results.map(({ machine }) => `[${machine.processor}](clock/${figuresFile(machine)})`).join(', ')}.`,
  ].join('\n\n')}\n`
}

/** Longer bars are cut. */
const MOST_NS = 40

/** The chart: replays with work and draws, for the filters of Docker's profile on x86_64. */
function clockChart(result: ClockResult): string {
  const args = result.policies.find(({ policy }) => policy === 'docker-args')! // it is measured
  const { program, words, draws } = KEY_COLUMNS
  const { processor, kernel, date } = result.machine
  const rows = args.filters
    .map(({ name }) => ({
      name: nameOf(name)
        .replaceAll('`', '')
        .replace(/commit (\w{7})/, '$1'),
      values: [overOf(args, program, name), overOf(args, words, name), overOf(args, draws, name)],
      isMain: name === OURS,
    }))
    .toSorted((a, b) => a.values[1]! - b.values[1]!) // by the second measurement: the first has the most noise
  return barChart({
    title: 'What a filter of Docker’s profile adds to a call, bitmap defeated',
    xLabel: 'nanoseconds a call beyond a filter of one ret',
    digits: 1,
    measures: [
      'recorded calls, as by a program',
      'recorded calls from one place',
      'allowed calls drawn at random (worst case)',
    ],
    rows,
    most: MOST_NS,
    caption: [
      `Each filter runs for every call, as before Linux 5.11. Longer bars are cut at ${MOST_NS}.`,
      `${processor}, Linux ${kernel}, ${date}; the same filter measured twice differs by ${ns(Math.max(floorOf(args, program).apart, floorOf(args, words).apart))} ns in recorded calls,`,
      `and by ${ns(floorOf(args, draws).apart)} ns in drawn ones. Made by: npm run bench clock`,
    ],
  })
}

/** The page of `results`, and the chart of the first of them, which is the newest. The page is not formatted. */
export function clockFiles(results: readonly ClockResult[]): {
  readonly page: string
  readonly chart: string
} {
  return { page: clockPage(results), chart: clockChart(results[0]!) } // there is at least one result
}
