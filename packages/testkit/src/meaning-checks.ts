/*
 * Checks that a pass keeps the meaning of its input.
 *
 * Equality of meaning is checked twice. First on the witnesses of the input and of the output: they stand on
 * both sides of a bound that the pass moved, dropped or added. Then by proof, which covers all calls. The two
 * share no code.
 */
import { equal } from '@seccompile/prover'
import type { Equality } from '@seccompile/prover'
import fc from 'fast-check'
import { disagreement } from './disagreement.ts'
import { explain } from './explain.ts'
import { isHandedBack } from './trial.ts'
import type { ConformanceCheck, PassRun, PassTrial } from './trial.ts'

/**
 * Most inputs drawn until the pass has changed {@link PROVED_OF}; a pass that changes fewer leaves little to
 * prove.
 */
const MOST_DRAWN = 400
/**
 * Proofs have to decide {@link LEAST_PROVED} of this number of changed inputs. Of random programs they decide
 * half.
 */
const PROVED_OF = 40
const LEAST_PROVED = 4

/** Bounds of one proof: inputs are small, and there are many. */
const PROOF_LIMITS = { maxNodes: 20_000, maxSteps: 100_000 }

/** @throws Error for a witness that the pass gives another verdict */
export function meansTheSame(run: PassRun): void {
  if (isHandedBack(run)) return
  const { pass, before, after, endianness } = run
  const found = disagreement(before, after, endianness)
  if (found !== undefined) throw new Error(explain(pass, before, after, found, endianness))
}

/** The answer of the prover; `undefined` for an IR that breaks an invariant, which another check reports. */
function proof({ before, after, endianness }: PassRun): Equality | undefined {
  try {
    return equal(before, after, { endianness, ...PROOF_LIMITS })
  } catch (error) {
    if (error instanceof Error && error.name === 'IrError') return undefined
    throw error
  }
}

/** @throws Error for a call that the pass is proved to give another verdict */
export function provedTheSame(run: PassRun): void {
  if (isHandedBack(run)) return
  const { pass, before, after, endianness } = run
  const answer = proof(run)
  // Undecided is no failure: arithmetic can outgrow any diagram, and another check compares on the witnesses.
  if (answer?.kind === 'different') throw new Error(explain(pass, before, after, answer, endianness))
}

/** The check that the prover decides enough inputs, so that {@link provedTheSame} says something of the pass. */
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
