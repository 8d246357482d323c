import { WARNINGS } from '@seccompile/policy'
import type { Severity, WarningName } from '@seccompile/policy'

/** The name, severity and texts of a warning of `resolve`, for the lint rule about the same thing. */
export function warningFacts<const Name extends WarningName>(
  name: Name,
): {
  readonly name: Name
  readonly severity: Severity
  readonly means: string
  readonly remedy: string
} {
  const { severity, means, remedy } = WARNINGS.find((warning) => warning.name === name)! // WARNINGS has every name
  return { name, severity, means, remedy }
}
