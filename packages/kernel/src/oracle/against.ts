import { AUDIT_ARCH, BPF, dataFromWords, dataWords, WORD_ARCH, WORD_COUNT, wordOffset } from '@seccompile/abi'
import type { Program, SeccompData, Verdict } from '@seccompile/abi'
import { witnesses } from '@seccompile/cbpf'
import { evaluator } from '@seccompile/interpreter'
import { ORACLE_ABI } from './oracle-helper.ts'
import type { Oracle, OracleAbi, OracleBatch } from './oracle.ts'

/** A call on which the kernel and the interpreter differ. */
export interface Disagreement {
  readonly data: SeccompData
  readonly kernel: Verdict
  readonly interpreter: Verdict
}

/** The result of comparing the interpreter with the kernel. */
export interface Agreement {
  /** The number of calls of each ABI for which both gave a verdict. */
  readonly asked: Readonly<Record<OracleAbi, number>>
  /**
   * The number of witnesses that the oracle cannot make: calls of other machines, calls of x86 with arguments of 64
   * bits, and exempt calls.
   */
  readonly notAsked: number
  /** The first 100 calls on which the two differ. */
  readonly disagreements: readonly Disagreement[]
}

const MAX_DISAGREEMENTS = 100
const FIRST_ARGUMENT = 4
/** The values of `arch` in calls that the oracle makes. */
const HERE: readonly number[] = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386]

/**
 * Whether the interpreter and the kernel agree on the witnesses of `program`: calls on both sides of each of its
 * tests. `asked` is an oracle for that program. All calls have the instruction pointer of the oracle. A witness of
 * another machine is replaced by one call of each ABI of this machine: a filter that does not test the arch has
 * witnesses without one, and treats both ABIs alike.
 * @throws KernelError as `decide` of the oracle does
 */
export async function againstInterpreter(asked: Oracle, program: Program): Promise<Agreement> {
  const looksAtArch = program.some(
    ({ code, k }) => code === BPF.LD_ABS && k === wordOffset(WORD_ARCH, 'little'),
  )
  const made = new Map<string, Uint32Array>()
  let notAsked = 0
  for (const data of witnesses(program)) {
    const words = dataWords(data)
    const isOfHere = HERE.includes(data.arch)
    const calls = (isOfHere ? [words] : HERE.map((arch) => withArch(words, arch)))
      .map((call) => askable(asked, call))
      .filter((call) => call !== undefined)
    for (const call of calls) made.set(call.join(), call)
    if (calls.length === 0 || (looksAtArch && !isOfHere)) notAsked += 1
  }
  const calls = [...made.values()]
  const verdicts = await asked.decide(batchOf(calls))
  const evaluate = evaluator(program)
  const steps = new Uint32Array(1)
  const disagreements: Disagreement[] = []
  const count = { x86_64: 0, x86: 0 }
  for (const [i, words] of calls.entries()) {
    count[abiOf(words)] += 1
    const interpreter = evaluate(words, steps)
    const kernel = verdicts[i]!
    if (kernel !== interpreter && disagreements.length < MAX_DISAGREEMENTS)
      disagreements.push({ data: dataFromWords(words), kernel, interpreter })
  }
  return { asked: count, notAsked, disagreements }
}

function withArch(words: Uint32Array, arch: number): Uint32Array {
  const call = words.slice()
  call[WORD_ARCH] = arch
  return call
}

function abiOf(words: Uint32Array): OracleAbi {
  return words[WORD_ARCH] === AUDIT_ARCH.I386 ? 'x86' : 'x86_64'
}

/** The words of the call that the oracle can make for `words`; `undefined` where it can make none. */
function askable(asked: Oracle, words: Uint32Array): Uint32Array | undefined {
  const abi = abiOf(words)
  if (!asked.abis.includes(abi)) return undefined
  if (abi === 'x86_64' && asked.exempt.includes(words[0]!)) return undefined
  if (abi === 'x86' && words.some((word, i) => i > FIRST_ARGUMENT && i % 2 === 1 && word !== 0))
    return undefined
  const made = words.slice()
  const pointer = asked.instructionPointer[abi]
  made[2] = Number(pointer & 0xffff_ffffn)
  made[3] = Number(pointer >> 32n)
  return made
}

function batchOf(calls: readonly Uint32Array[]): OracleBatch {
  const words = WORD_COUNT - FIRST_ARGUMENT
  const halves = new Uint32Array(calls.length * words)
  for (const [i, call] of calls.entries()) halves.set(call.subarray(FIRST_ARGUMENT), i * words)
  return {
    nrs: Uint32Array.from(calls, (call) => call[0]!),
    abis: Uint8Array.from(calls, (call) => ORACLE_ABI[abiOf(call)]),
    args: new BigUint64Array(halves.buffer), // low half first: the machines of the oracle are little endian
  }
}
