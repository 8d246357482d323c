/*
 * `npm run bench bulk`: the calls a second that an evaluator decides, beside a plain interpreter in C and our own
 * interpreter, for programs of docker-args by us and by other tools. Spans of the three take turns, and the best of each
 * counts. Their results on all calls that are timed are compared; exits 1 when they differ. Rates depend on the machine and
 * on its other work; the ratio of two rates of one run depends on them less.
 */
import { AUDIT_ARCH, dataWords, seccompData, WORD_COUNT } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { witnesses } from '@seccompile/cbpf'
import { evaluator, runWords } from '@seccompile/interpreter'
import { calls } from '@seccompile/syscalls'
import { table } from '@seccompile/text-layout'
import { cInterpreter } from './c-interpreter.ts'
import type { CInterpreter } from './c-interpreter.ts'
import { subject } from './filters.ts'

/** The targets for docker-args under pipeline `speed`: the rate of the evaluator, as a share of the interpreter's in C. */
const FLOOR = 0.9
const GOAL = 1.5
const SPANS = 10
const SPAN_MS = 40

const { pipelines, others, abis } = subject('docker-args')

/** Every call of the ABI with arguments 0, and the edges of `program`. */
function inputsOf(program: Program): readonly SeccompData[] {
  const known = abis
    .flatMap((abi) => calls(abi))
    .map(({ nr }) => seccompData({ nr, arch: AUDIT_ARCH.X86_64 }))
  return [...known, ...witnesses(program)]
}

/** The measurement of one span. */
interface Span {
  /**
   * The sum of verdicts and executed instructions of all calls. It is compared, and it keeps compilers from dropping
   * the calls.
   */
  readonly sum: number
  /** Million calls a second. */
  readonly rate: number
}

/** Repeats `pass` for `ms` milliseconds. One pass decides `count` calls and yields their sum. */
function span(count: number, pass: () => number, ms: number): Span {
  const began = performance.now()
  let [sum, passes, took] = [0, 0, 0]
  for (; took < ms; took = performance.now() - began) {
    sum = pass()
    passes++
  }
  return { sum, rate: (passes * count) / took / 1000 }
}

/** The best of several spans, since other work on the machine can only slow them down. */
function best(spans: readonly Span[]): Span {
  return spans.reduce((one, other) => (other.rate > one.rate ? other : one))
}

/** One filter, measured; `c` is absent where there is no C compiler. */
interface BulkMeasurement {
  /** Milliseconds that the evaluator took to make. */
  readonly made: number
  readonly fast: Span
  readonly c: Span | undefined
  readonly slow: Span
  readonly same: boolean
}

function measure(program: Program, peer: CInterpreter | undefined): BulkMeasurement {
  const began = performance.now()
  const evaluate = evaluator(program)
  const made = performance.now() - began

  const views = inputsOf(program).map(dataWords)
  const words = new Uint32Array(views.length * WORD_COUNT)
  for (const [i, view] of views.entries()) words.set(view, i * WORD_COUNT)
  const steps = new Uint32Array(1)
  // The sums are local: V8 would keep a number that outlives the function on the heap, and make a new one for each call.
  const fastPass = (): number => {
    let sum = 0
    for (let at = 0; at < words.length; at += WORD_COUNT) sum += evaluate(words, steps, at) + steps[0]!
    return sum
  }
  const slowPass = (): number => {
    let sum = 0
    for (const view of views) {
      const result = runWords(program, view)
      sum += result.verdict + result.steps
    }
    return sum
  }
  const cSpan = peer?.load(program, words)
  const rounds = Array.from({ length: SPANS }, () => ({
    fast: span(views.length, fastPass, SPAN_MS),
    c: cSpan?.(SPAN_MS),
    slow: span(views.length, slowPass, SPAN_MS),
  }))
  const [fast, slow] = [best(rounds.map((round) => round.fast)), best(rounds.map((round) => round.slow))]
  const c = cSpan && best(rounds.map((round) => round.c!)) // each round has a span of C
  const isSame = views.every((view) => {
    const expected = runWords(program, view)
    return evaluate(view, steps) === expected.verdict && steps[0] === expected.steps
  })
  return { made, fast, c, slow, same: isSame && fast.sum === slow.sum && (c ?? fast).sum === fast.sum }
}

/** The rate of the evaluator as a share of the interpreter's in C. */
const ratio = ({ fast, c }: BulkMeasurement): number | undefined => c && fast.rate / c.rate

const found = cInterpreter()
const [peer, whyNot] = typeof found === 'string' ? [undefined, found] : [found, '']
const rows = [...pipelines, ...others].map(({ name, program }) => ({
  name,
  program,
  ...measure(program, peer),
}))
peer?.remove()

const header = [
  'filter', 'instructions', 'evaluator M/s', 'in C M/s', 'evaluator / C', 'interpreter M/s', 'made in ms', 'same',
] // prettier-ignore
process.stdout.write(
  "Calls decided a second on Docker's default profile for x86_64 (docker-args), in millions\n\n",
)
process.stdout.write(
  table(
    header,
    rows.map((row) => [
      row.name, row.program.length, row.fast.rate, row.c?.rate ?? '-', ratio(row) ?? '-', row.slow.rate, row.made,
      row.same ? 'yes' : 'NO',
    ]), // prettier-ignore
  ),
)
const reached = ratio(rows.find(({ name }) => name === 'speed')!) // `speed` is the name of a pipeline
if (reached === undefined) process.stdout.write(`\nNOT RUN: the interpreter in C: ${whyNot}\n`)
else {
  const verdict =
    reached >= GOAL ? 'ok' : reached >= FLOOR ? 'below the goal' : 'FAIL (a time: does not count)'
  process.stdout.write(
    `\nspeed: ${reached.toFixed(2)} times the interpreter in C, floor ${FLOOR}, goal ${GOAL}: ${verdict}\n`,
  )
}
if (rows.some(({ same }) => !same)) process.exitCode = 1
