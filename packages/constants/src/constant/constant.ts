import type { AbiToken } from '@seccompile/syscalls'
import { valuesOn } from './abi-groups.ts'
import { symbolic } from './symbolic.ts'

/**
 * A constant of the kernel, by its C name. Its value may differ between ABIs, so it stays symbolic until a policy is
 * resolved for an ABI.
 *
 * The object is frozen plain data. JavaScript cannot calculate with it: `CLONE_NEWUSER | CLONE_NEWNET` throws, and
 * the error names `bits()`, which joins constants.
 */
export interface Constant<Family extends string = string> {
  /** The C name, such as `AF_UNIX`. */
  readonly constant: string
  /** The family of the constant, such as `af`. The subpath that exports the constant has this name. */
  readonly family: Family
  /** The value on every ABI that is not in `on`; absent if only the ABIs in `on` have the constant. */
  readonly value?: number
  /** The value on ABIs with another value than `value`; `null` on ABIs without the constant. */
  readonly on?: Readonly<Partial<Record<AbiToken, number | null>>>
}

/**
 * A constant of the generated tables.
 *
 * @param exceptions the ABIs with another value, as `valuesOn()` reads them
 */
export function constant<Family extends string>(
  family: Family,
  name: string,
  value?: number,
  exceptions?: string,
): Constant<Family> {
  return constantOf(family, name, value, exceptions === undefined ? undefined : valuesOn(exceptions))
}

/** A constant made of its parts. */
export function constantOf<Family extends string>(
  family: Family,
  name: string,
  value: number | undefined,
  on: Constant['on'],
): Constant<Family> {
  return symbolic({
    constant: name,
    family,
    ...(value === undefined ? {} : { value }),
    ...(on === undefined ? {} : { on: Object.freeze(on) }),
  })
}
