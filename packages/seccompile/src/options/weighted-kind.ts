import { namesWhere } from '@seccompile/draw/kinds'
import type { DrawKind } from '@seccompile/draw/kinds'
import { CliError } from '../io/cli-error.ts'

/** @throws CliError for weights with a `kind` that takes none */
export function checkWeighted(kind: DrawKind, weights: string | undefined): void {
  if (weights === undefined || kind.isWeighted === true) return
  throw new CliError(
    `--weights: ${kind.name} draws all calls alike; ${namesWhere(({ isWeighted }) => isWeighted === true)} can take weights`,
  )
}
