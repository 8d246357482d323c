import { KernelError } from './kernel-error.ts'

/**
 * Throws unless this is Linux: seccomp is a feature of its kernel.
 *
 * @param what - what was to be done, as the message begins: `attach a filter`
 * @param platform - as `process.platform` says it
 * @throws KernelError `E_NOT_LINUX`
 */
export function requireLinux(what: string, platform: string = process.platform): void {
  if (platform === 'linux') return
  throw new KernelError(
    'E_NOT_LINUX',
    `cannot ${what}: this is ${platform}, and seccomp is a feature of the Linux kernel`,
    { requirement: 'Linux' },
  )
}
