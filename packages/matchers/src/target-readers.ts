/* Readers of the facts about a machine and a process that the options of matchers have. */
import { CAPABILITIES, parseCapability, parseKernelVersion } from '@seccompile/policy'
import type { Capability, KernelText, KernelVersion } from '@seccompile/policy'
import { didYouMean, fail, listOf, whole, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'

const MAX_PART = 255

const capability: Reader<Capability> = (at) =>
  (typeof at.value === 'string' ? parseCapability(at.value) : undefined) ??
  fail(at, `a capability${didYouMean(String(at.value), CAPABILITIES)}`, 'number')

/** Capabilities by their names. */
export const capabilities: Reader<readonly Capability[]> = listOf(capability)

/** A version as text, `6.12`. */
export const kernelText: Reader<KernelText> = (at) =>
  typeof at.value === 'string' && parseKernelVersion(at.value) !== undefined
    ? (at.value as KernelText) // by the check above
    : fail(at, 'MAJOR.MINOR, such as "6.12"', typeof at.value === 'string' ? 'number' : 'type')

const kernelFields: Reader<KernelVersion> = record<KernelVersion>({
  major: whole(MAX_PART),
  minor: whole(MAX_PART),
})

/** A version, also as text. */
export const kernel: Reader<KernelVersion> = (at) =>
  typeof at.value === 'string' ? parseKernelVersion(kernelText(at))! : kernelFields(at) // which kernelText has parsed
