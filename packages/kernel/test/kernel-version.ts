import { release } from 'node:os'

/** The version of the running kernel as major times 1000 and minor: 6012 for Linux 6.12. */
export function kernelVersion(): number {
  const [major = 0, minor = 0] = release()
    .split('.')
    .map((part) => Number.parseInt(part, 10))
  return major * 1000 + minor
}
