/* `pnpm soak watch --only runc`: Docker's default profile refuses pidfd_getfd, and gives the watcher an outer filter. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, describe, expect, it } from 'vitest'
import { containerRunner, whyNoContainer } from '../src/watch/container.ts'
import { wrongInContainer } from '../src/watch/in-container.ts'

const reason = hasBridge('ffi') || hasBridge('koffi') ? whyNoContainer() : 'there is neither FFI nor koffi'
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: the watcher in a container: ${reason}\n\n`)

const folder = mkdtempSync(join(tmpdir(), 'seccompile-container-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(reason !== undefined)("a container under Docker's default profile", () => {
  it('has one filter, which refuses unshare and pidfd_getfd', () => {
    const script = `
      import ctypes, os
      libc = ctypes.CDLL(None, use_errno=True)
      own = libc.syscall(434, os.getpid(), 0)
      print(own > 0, libc.syscall(438, own, 0, 0), ctypes.get_errno())
      print([line for line in open("/proc/self/status") if line.startswith("Seccomp_filters")])`
    const { out, err } = containerRunner(mkdtempSync(join(folder, 'probe-')))([
      '/usr/bin/python3',
      '-c',
      script.replaceAll('\n      ', '\n'),
    ])
    expect([out, err]).toEqual(["True -1 1\n['Seccomp_filters:\\t1\\n']\n", ''])
  })

  it('lets run --report, try and record see the calls that it does not refuse itself', () => {
    expect(wrongInContainer(folder)).toEqual([])
  })
})
