/* The policy that a script in TypeScript exported in the sandbox. The author of the script may be hostile. */
import { MAX_POLICY } from '../sandbox/outcome.ts'
import { policyFromText } from '../sandbox/policy-text.ts'
import { TextError } from './read-text.ts'
import type { ReadText } from './read-text.ts'

/** The policy in `text`. @throws PolicyError, TextError where `text` holds no policy */
export function typedPolicy(text: string): ReadText {
  if (text.length > MAX_POLICY)
    throw new TextError(
      `the policy has ${text.length} characters as data; at most ${MAX_POLICY} are read here`,
    )
  try {
    return { kind: 'policy', source: 'policy in TypeScript', policy: policyFromText(text), warnings: [] }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new TextError('the policy answered with something else than a policy', { cause: error })
    throw error
  }
}
