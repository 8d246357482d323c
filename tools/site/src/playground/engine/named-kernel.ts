import { parseKernelVersion } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import { TextError } from './read-text.ts'

/** The kernel that a text names; `undefined` for an empty one. @throws TextError where it is no version */
export function kernelOf(text: string): KernelVersion | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const version = parseKernelVersion(trimmed)
  if (version === undefined) throw new TextError(`kernel "${trimmed}" is no version such as 5.10`)
  return version
}
