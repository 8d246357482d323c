/*
 * What is minimised where nobody says it.
 *
 * Linux 5.11 and newer asks a filter at attach which numbers it allows whatever the arguments, and never runs it for these. There
 * a call of the mean `uniform` is mostly one that runs no filter, and the calls that do run it are those of `bitmap`. So a kernel
 * that is named, and has the bitmap, implies `bitmap`. Where no kernel is named the filter may meet an older one.
 */
import { isAtLeast } from '@seccompile/policy/parts'
import type { KernelVersion } from '@seccompile/policy'
import type { ObjectiveKind, ObjectiveOptions } from './options.ts'

/** The kernel that got the allow bitmap. @see kernel/seccomp.c: seccomp_cache_prepare() */
export const BITMAP_KERNEL: KernelVersion = Object.freeze({ major: 5, minor: 11 })

/** The name of an objective, and why it is that. */
export interface ChosenObjective {
  readonly kind: ObjectiveKind
  /** There where neither an objective nor weights were given, and the kernel decided. */
  readonly impliedBy?: 'kernel'
}

/**
 * The objective for `options`: that which they name, `weights` where there are weights, `bitmap` for a kernel from 5.11 on, else
 * `uniform`.
 * @throws PolicyError where the kernel is no version
 */
export function chosenObjective({ objective, weights, kernel }: ObjectiveOptions): ChosenObjective {
  if (objective !== undefined) return { kind: objective }
  if (weights !== undefined) return { kind: 'weights' }
  if (kernel !== undefined && isAtLeast(kernel, BITMAP_KERNEL)) return { kind: 'bitmap', impliedBy: 'kernel' }
  return { kind: 'uniform' }
}

/** What has implied an objective that nobody named; for the results of a compilation. */
export type ImpliedObjective = Pick<ChosenObjective, 'impliedBy'>

/** That of `objective`, without its other fields. */
export function impliedObjective({ impliedBy }: ChosenObjective): ImpliedObjective {
  return impliedBy === undefined ? {} : { impliedBy }
}
