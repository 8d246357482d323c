/*
 * The prover, against runs. Two programs differ where it says so, on the call that it gives; where it says that they mean
 * the same, they give one verdict to each call at the edges of their constants. `subset` is judged in the same way, and
 * two programs that mean the same have one digest.
 */
import { dataWords } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { digest, equal, isUndecided, subset } from '@seccompile/prover'
import type { LeveledIr } from '@seccompile/prover'
import {
  CALL_BYTES,
  chosenCall,
  edgeCalls,
  edgeValues,
  fittedProgram,
  RECORD_BYTES,
} from '../inputs/decoded.ts'
import type { Insn } from '../oracles/kernel-rules.ts'
import { runMachine } from '../oracles/machine.ts'
import type { CallWords } from '../oracles/machine.ts'
import { strengthIn } from '../oracles/strength.ts'

/** Bounds at which a proof ends within a moment. */
const LIMITS = { maxNodes: 3_000, maxSteps: 20_000, maxSearchSteps: 50_000 }
const MOST_CALLS = 100

/** The bytes before the records: those of a call, the byte order, the number of the edited record, and what it becomes. */
export const HEAD: number = CALL_BYTES + 3 + RECORD_BYTES

/** The first program, and the second: the first with one record replaced, or left out. */
export function programsIn(input: Uint8Array): readonly [readonly Insn[], readonly Insn[]] {
  const records = Buffer.from(input.subarray(HEAD))
  const count = Math.max(Math.floor(records.length / RECORD_BYTES), 1)
  const at = ((input[CALL_BYTES + 1] ?? 0) % count) * RECORD_BYTES
  const replaced = input[CALL_BYTES + 2] === 0 ? Buffer.alloc(0) : input.subarray(CALL_BYTES + 3, HEAD)
  const edited = Buffer.concat([records.subarray(0, at), replaced, records.subarray(at + RECORD_BYTES)])
  return [fittedProgram(records), fittedProgram(edited)]
}

/** Two programs, and their verdicts by the plain machine. */
interface Pair {
  readonly left: LeveledIr
  readonly right: LeveledIr
  readonly verdictsOn: (call: CallWords) => readonly [number, number]
  readonly calls: readonly CallWords[]
  readonly options: { readonly endianness: 'little' | 'big' } & typeof LIMITS
}

/** The digest of `subject`; `undefined` where its diagram is too large. */
function digestOf(subject: LeveledIr, options: Pair['options']): string | undefined {
  try {
    return digest(subject, options)
  } catch (error) {
    if (isUndecided(error)) return undefined
    throw error
  }
}

/** Judges `equal` and `digest`. */
function judgeEqual({ left, right, verdictsOn, calls, options }: Pair): void {
  const answer = equal(left, right, options)
  if (answer.kind === 'undecided') return
  if (answer.kind === 'different') {
    const [one, other] = verdictsOn([...dataWords(answer.data)])
    if (one === other) throw new Error(`both give ${one} to the call that equal gives as the difference`)
    if (one !== answer.left || other !== answer.right)
      throw new Error(`equal says ${answer.left} and ${answer.right}, and runs give ${one} and ${other}`)
  } else
    for (const call of calls) {
      const [one, other] = verdictsOn(call)
      if (one !== other)
        throw new Error(
          `equal says "${answer.kind}", and the words ${call.join(' ')} get ${one} and ${other}`,
        )
    }
  if (answer.kind === 'equal' && (digestOf(right, options) ?? answer.digest) !== answer.digest)
    throw new Error('equal says "equal", and the digests are two')
}

/** Judges `subset`. */
function judgeSubset({ left, right, verdictsOn, calls, options }: Pair): void {
  const answer = subset(left, right, options)
  if (answer.kind === 'undecided') return
  if (answer.kind === 'weaker') {
    const [one, other] = verdictsOn([...dataWords(answer.data)])
    if (strengthIn(one) < strengthIn(other)) return
    throw new Error(`subset gives a call as weaker that gets ${one} and ${other}`)
  }
  for (const call of calls) {
    const [one, other] = verdictsOn(call)
    if (strengthIn(one) < strengthIn(other))
      throw new Error(`subset says "subset", and the words ${call.join(' ')} get ${one} and ${other}`)
  }
}

/** Judges the prover on the two programs in `input`. @throws Error that says what is wrong */
export function judge(input: Uint8Array): void {
  const [left, right] = programsIn(input)
  if (verify(left).length > 0 || verify(right).length > 0) return // a scratch word may be unwritten
  const endianness = (input[CALL_BYTES] ?? 0) % 2 === 0 ? 'little' : 'big'
  const values = edgeValues([left, right])
  const verdictOf = (program: readonly Insn[], call: CallWords): number =>
    runMachine(program, call, endianness === 'little').verdict
  const pair: Pair = {
    left: { level: 'program', ir: left },
    right: { level: 'program', ir: right },
    verdictsOn: (call) => [verdictOf(left, call), verdictOf(right, call)],
    calls: edgeCalls([left, right], chosenCall(input, values), values, MOST_CALLS),
    options: { endianness, ...LIMITS },
  }
  judgeEqual(pair)
  judgeSubset(pair)
}
