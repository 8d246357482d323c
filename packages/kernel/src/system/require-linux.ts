import { KernelError } from './kernel-error.ts'

/**
 * Throws unless this is Linux: seccomp is a feature of its kernel.
 *
 * @param what - the task, with which the message begins: `attach a filter`
 * @param platform - a value of `process.platform`
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
