/* The runtimes and the libseccomp of this machine, as `@seccompile/oci-runtime` names them. */
import { spawnSync } from 'node:child_process'
import { LIBSECCOMP_VERSIONS } from '@seccompile/oci-runtime'
import type { LibseccompVersion, OciRuntimeName } from '@seccompile/oci-runtime'
import type { LiveRuntime } from './live-filter.ts'

/** The version of libseccomp, and a name that came with 2.5.5: distributions add names to older versions. */
const ASK = `
import ctypes
class Version(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint) for name in ("major", "minor", "micro")]
lib = ctypes.CDLL("libseccomp.so.2")
lib.seccomp_version.restype = ctypes.POINTER(Version)
version = lib.seccomp_version().contents
print(f"{version.major}.{version.minor}.{version.micro}", lib.seccomp_syscall_resolve_name(b"cachestat") != -1)
`

/** The libseccomp of this machine; `undefined` where there is none that is known. */
export function liveLibseccomp(): LibseccompVersion | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', ASK], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [version, hasCachestat] = stdout.trim().split(' ')
  // Debian 12 has 2.5.4 with the names of 2.5.5.
  const names = version === '2.5.4' && hasCachestat === 'True' ? '2.5.5' : version
  return LIBSECCOMP_VERSIONS.find((each) => each === names)
}

/** The name of `version` of `runtime`; `undefined` where it is none that is known. */
export function nameOfRuntime(runtime: LiveRuntime, version: string): OciRuntimeName | undefined {
  const [major, minor] = version.split('.').map(Number) as [number, number]
  if (major !== 1) return undefined
  switch (runtime) {
    case 'runc':
      if (minor === 1) return 'runc-1.1'
      if (minor >= 2 && minor <= 4) return 'runc-1.2'
      return minor === 5 ? 'runc-1.5' : undefined
    case 'crun':
      return minor >= 14 && minor <= 28 ? 'crun-1.14' : undefined
  }
}
