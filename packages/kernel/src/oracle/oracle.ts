/*
 * The kernel's own verdict for any call, without making it: native/oracle.c says how.
 *
 * Under the rewritten filter, a call yields a number for the return that it reaches, and a table turns numbers
 * into verdicts. Calls go to the helper in parts that fit its memory.
 */
import { SECCOMP_RET } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { program as checkedProgram } from '@seccompile/cbpf'
import { KernelError } from '../system/kernel-error.ts'
import { MAX_CALLS, ORACLE_ABI, OracleHelper } from './oracle-helper.ts'
import type { CallColumns } from './oracle-helper.ts'
import { A_VALUE, joinParts, oracleProgram } from './oracle-program.ts'
import type { OracleProgram } from './oracle-program.ts'

/** Calls to ask about, as columns of one length. */
export interface OracleBatch {
  /** The number of each call. Numbers of x32 have the bit 0x40000000, and their ABI here is `x86_64`. */
  readonly nrs: Uint32Array
  /** The ABI of each call, one of {@link ORACLE_ABI}. By default, all calls are of `x86_64`. */
  readonly abis?: Uint8Array
  /** Six arguments for each call, one call after the other; all 0 by default. Arguments of x86 have 32 bits. */
  readonly args?: BigUint64Array
}

/** An ABI that the oracle makes calls of. */
export type OracleAbi = keyof typeof ORACLE_ABI

/** The running kernel with one filter, which gives verdicts on calls. */
export interface Oracle {
  /** The ABIs whose calls this kernel supports. */
  readonly abis: readonly OracleAbi[]
  /** The instruction pointer that a filter sees: the place in the helper that makes the call. It cannot be chosen. */
  readonly instructionPointer: Readonly<Record<OracleAbi, bigint>>
  /**
   * The numbers of native calls that the kernel runs whatever a filter says. The oracle answers ALLOW for them
   * without making the call.
   * @see kernel/seccomp.c: seccomp_uprobe_exception()
   */
  readonly exempt: readonly number[]
  /**
   * The verdicts on the calls of `batch`, in their order. Batches may be of any size, and wait for each other.
   * @throws KernelError `E_ARGUMENT` where the columns do not fit each other, or an argument of x86 has more than 32
   * bits; `E_MACHINE` for an ABI that is not among `abis`; `E_NATIVE` after `close`
   */
  readonly decide: (batch: OracleBatch) => Promise<Uint32Array>
  /** Replaces the program. That takes less time than a new oracle. @throws KernelError as {@link oracle} does */
  readonly use: (program: Program) => Promise<void>
  /** Ends the helper processes. They also end with this process. */
  readonly close: () => Promise<void>
}

/** Native calls that some kernels exempt: uretprobe and uprobe. */
const PERHAPS_EXEMPT = [335, 336]

const ARGS_EACH = 6

/**
 * The running kernel as an oracle for `program`, a filter for x86_64 and x86 (little endian).
 * @throws KernelError where this is not Linux on x86_64, where no `cc` compiles the helper, or where the kernel
 * does not accept the filter, or the filter is too long
 */
export async function oracle(program: Program): Promise<Oracle> {
  const rewritten = oracleProgram(checkedProgram(program))
  const helper = await OracleHelper.start()
  try {
    const asked = new FilterOracle(helper)
    await asked.use(rewritten)
    const exempt: number[] = []
    for (const nr of PERHAPS_EXEMPT) if (await helper.isExempt(nr)) exempt.push(nr)
    const abis: readonly OracleAbi[] = (await helper.hasI386()) ? ['x86_64', 'x86'] : ['x86_64']
    const instructionPointer = {
      x86_64: await helper.instructionPointer(ORACLE_ABI.x86_64),
      x86: await helper.instructionPointer(ORACLE_ABI.x86),
    }
    // The previous request. Requests run one after the other, also after one that failed.
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
      const turn = last.then(work, work)
      last = turn
      return turn
    }
    return {
      abis,
      instructionPointer,
      exempt,
      decide: async (batch) => {
        const calls = checkedBatch(batch, abis)
        return inTurn(async () => asked.decide(calls, exempt))
      },
      use: async (other) => {
        const next = oracleProgram(checkedProgram(other))
        return inTurn(async () => asked.use(next))
      },
      close: async () => inTurn(async () => helper.close()),
    }
  } catch (error) {
    await helper.close()
    throw error
  }
}

/**
 * Whether the running kernel accepts each of `programs`, of at most 4097 instructions each. None is attached.
 * @throws KernelError as {@link oracle} does
 */
export async function kernelAccepts(programs: Iterable<Program>): Promise<readonly boolean[]> {
  const helper = await OracleHelper.start()
  try {
    const accepted: boolean[] = []
    for (const insns of programs) accepted.push(await helper.check(checkedProgram(insns)))
    return accepted
  } finally {
    await helper.close()
  }
}

/** `batch` with every column filled in, if the columns have one length. */
function checkedBatch(batch: OracleBatch, able: readonly OracleAbi[]): CallColumns {
  const { nrs } = batch
  const { abis = new Uint8Array(nrs.length), args = new BigUint64Array(nrs.length * ARGS_EACH) } = batch
  if (abis.length !== nrs.length || args.length !== nrs.length * ARGS_EACH)
    throw new KernelError(
      'E_ARGUMENT',
      `a batch of ${nrs.length} numbers needs as many ABIs and ${nrs.length * ARGS_EACH} arguments; got ${abis.length} and ${args.length}`,
    )
  const halves = new Uint32Array(args.buffer, args.byteOffset, args.length * 2) // the machine is little endian
  for (const [call, abi] of abis.entries()) {
    if (abi === ORACLE_ABI.x86_64) continue
    if (abi !== ORACLE_ABI.x86)
      throw new KernelError('E_ARGUMENT', `call ${call}: there is no ABI ${abi}; 0 is x86_64 and 1 is x86`)
    if (!able.includes('x86'))
      throw new KernelError('E_MACHINE', `call ${call}: this kernel takes no calls of x86`, {
        requirement: 'CONFIG_IA32_EMULATION',
      })
    for (let i = 0; i < ARGS_EACH; i++) {
      const at = call * ARGS_EACH + i
      if (halves[2 * at + 1] === 0) continue
      throw new KernelError(
        'E_ARGUMENT',
        `call ${call}: argument ${i} is 0x${args[at]!.toString(16)}; a call of x86 has arguments of 32 bits`,
      )
    }
  }
  return { nrs, abis, args }
}

/** The filter in the helper, and how to read its answers. */
class FilterOracle {
  readonly #helper: OracleHelper
  #parts = 0
  /** Verdicts by errno. */
  readonly #verdicts = new Uint32Array(4096)
  readonly #known = new Uint8Array(4096)

  constructor(helper: OracleHelper) {
    this.#helper = helper
  }

  async use({ first, parts, verdicts }: OracleProgram): Promise<void> {
    this.#known.fill(0) // before the filter is attached, no answer is known
    await this.#helper.load(0, first)
    for (const [i, part] of parts.entries()) await this.#helper.load(i + 1, part)
    this.#parts = parts.length
    for (const [errno, verdict] of verdicts) {
      this.#verdicts[errno] = verdict
      this.#known[errno] = 1
    }
  }

  async decide(calls: CallColumns, exempt: readonly number[]): Promise<Uint32Array> {
    const verdicts = new Uint32Array(calls.nrs.length)
    for (let begin = 0; begin < verdicts.length; begin += MAX_CALLS) {
      const end = Math.min(begin + MAX_CALLS, verdicts.length)
      const part = {
        abis: calls.abis.subarray(begin, end),
        nrs: calls.nrs.subarray(begin, end),
        args: calls.args.subarray(begin * ARGS_EACH, end * ARGS_EACH),
      }
      await this.#decidePart(part, exempt, verdicts.subarray(begin, end))
    }
    return verdicts
  }

  async #decidePart(calls: CallColumns, exempt: readonly number[], verdicts: Uint32Array): Promise<void> {
    const runs = exemptCalls(calls, exempt)
    const nrs = runs.length === 0 ? calls.nrs : calls.nrs.slice()
    for (const i of runs) nrs[i] = 0
    const safe = { ...calls, nrs }
    const codes = await this.#helper.ask(0, safe)
    const values: number[] = []
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!
      if (this.#known[code] === 1) verdicts[i] = this.#verdicts[code]!
      else if (code === A_VALUE && this.#parts > 0) values.push(i)
      else throw noAnswer(calls.nrs[i]!, code)
    }
    if (values.length > 0) await this.#askValues(safe, values, verdicts)
    for (const i of runs) verdicts[i] = SECCOMP_RET.ALLOW
  }

  /** Asks for the value of A that the filter returns for the calls with the indices `which`. */
  async #askValues(calls: CallColumns, which: readonly number[], verdicts: Uint32Array): Promise<void> {
    const some: CallColumns = {
      abis: Uint8Array.from(which, (i) => calls.abis[i]!),
      nrs: Uint32Array.from(which, (i) => calls.nrs[i]!),
      args: new BigUint64Array(which.length * ARGS_EACH),
    }
    for (const [to, i] of which.entries())
      some.args.set(calls.args.subarray(i * ARGS_EACH, (i + 1) * ARGS_EACH), to * ARGS_EACH)
    const low = await this.#helper.ask(1, some)
    const middle = await this.#helper.ask(2, some)
    const high = await this.#helper.ask(3, some)
    for (const [at, i] of which.entries()) {
      const value: Verdict | undefined = joinParts(low[at]!, middle[at]!, high[at]!)
      if (value === undefined) throw noAnswer(calls.nrs[i]!, low[at]!)
      verdicts[i] = value
    }
  }
}

function exemptCalls({ abis, nrs }: CallColumns, exempt: readonly number[]): readonly number[] {
  const found: number[] = []
  const [low = 0, high = -1] = [exempt[0], exempt.at(-1)]
  for (let i = 0; i < nrs.length; i++) {
    const nr = nrs[i]!
    if (nr >= low && nr <= high && abis[i] === ORACLE_ABI.x86_64 && exempt.includes(nr)) found.push(i)
  }
  return found
}

function noAnswer(nr: number, code: number): KernelError {
  return new KernelError(
    'E_NATIVE',
    `call ${nr} yielded ${code} under the oracle's filter, which returns no such value; is this process under another filter?`,
  )
}
