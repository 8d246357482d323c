/*
 * Checks that a pass keeps the meaning of its input.
 *
 * Equality of meaning is checked twice. The first check runs the witnesses of the input and of the output, which are
 * on both sides of every bound that the pass moved, dropped or added. The second check is a proof, which covers all
 * calls. The two share no code.
 */
import { verdictName } from '@seccompile/abi'
import { equal } from '@seccompile/prover'
import type { Equality } from '@seccompile/prover'
import fc from 'fast-check'
import { disagreement } from './disagreement.ts'
import type { IrDisagreement } from './disagreement.ts'
import { callText, explain } from './explain.ts'
import { failure, isHandedBack } from './trial.ts'
import type { ConformanceCheck, PassRun, PassTrial } from './trial.ts'

/**
 * The most inputs drawn until the pass has changed {@link PROVED_OF} of them. A pass that changes fewer leaves little
 * to prove.
 */
const MOST_DRAWN = 400
/**
 * Among this number of changed inputs, proofs have to decide {@link LEAST_PROVED}. For random programs, they decide
 * half.
 */
const PROVED_OF = 40
const LEAST_PROVED = 4

/** The bounds of one proof. They are low, because inputs are small and many. */
const PROOF_LIMITS = { maxNodes: 20_000, maxSteps: 100_000 }

/**
 * Checks a run on witnesses.
 * @throws Error for a witness to which the output gives another verdict
 */
export function meansTheSame(run: PassRun): void {
  if (isHandedBack(run)) return
  const { before, after, endianness, meaning } = run
  const found = disagreement(before, after, endianness, meaning?.verdict)
  if (found !== undefined) throw wrongMeaning(run, found)
}

/** The error for a call that the output gives another verdict than it has to. */
function wrongMeaning(run: PassRun, found: IrDisagreement): Error {
  const { pass, before, after, endianness, meaning } = run
  if (meaning === undefined) return new Error(explain(pass, before, after, found, endianness))
  const { data, left, right } = found
  return failure(
    `${pass} gives a call ${verdictName(right)}; expected ${verdictName(left)}\n${callText(data, endianness)}`,
    run,
  )
}

/** The answer of the prover; `undefined` for an IR that breaks an invariant, which another check reports. */
function proof({ before, after, endianness, meaning }: PassRun): Equality | undefined {
  try {
    if (meaning !== undefined) return meaning.prove(before, after, endianness, PROOF_LIMITS)
    return equal(before, after, { endianness, ...PROOF_LIMITS })
  } catch (error) {
    if (error instanceof Error && error.name === 'IrError') return undefined
    throw error
  }
}

/**
 * Checks a run by a proof.
 * @throws Error for a call to which, by the proof, the output gives another verdict
 */
export function provedTheSame(run: PassRun): void {
  if (isHandedBack(run)) return
  const answer = proof(run)
  // An undecided proof is no failure: arithmetic can exceed any diagram, and another check compares the witnesses.
  if (answer?.kind === 'different') throw wrongMeaning(run, answer)
}

/** The check that the prover decides enough inputs. Otherwise {@link provedTheSame} would show little about the pass. */
export function provableShare({ inputs, drawn, tried }: PassTrial): ConformanceCheck {
  return {
    title: 'can be proved on a fair share of inputs',
    run: () => {
      const [sample] = fc.sample(fc.infiniteStream(inputs), { ...drawn, numRuns: 1 })
      const reasons: string[] = []
      let proved = 0
      for (const [ir, endianness] of sample!.take(MOST_DRAWN)) {
        const run = tried(ir, endianness)
        if (run === undefined || isHandedBack(run)) continue
        const answer = proof(run)
        if (answer === undefined) continue
        if (answer.kind === 'undecided') reasons.push(answer.reason)
        else proved += 1
        if (proved === LEAST_PROVED) return
        if (proved + reasons.length === PROVED_OF)
          throw new Error(
            `proofs decide ${proved} of ${PROVED_OF} inputs that it changes, so that they say little of it: ${reasons[0]!}`,
          )
      }
    },
  }
}
