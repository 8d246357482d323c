/* A watched command that serves the file system from which it starts a program, as an AppImage does. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, expect, it } from 'vitest'
import { record } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-served-'))
const mount = join(folder, 'mount')
afterAll(() => {
  spawnSync('umount', ['-l', mount])
  rmSync(folder, { recursive: true })
})

/** A script that serves the image, starts a program of it, and ends with its status. */
const SCRIPT = `squashfuse -f image mount & server=$!
until grep -q "$PWD/mount" /proc/self/mountinfo; do kill -0 $server || exit 99; sleep 0.05; done
mount/program
status=$?
umount mount
wait
exit $status`

/** Why the test cannot run here. */
function whyNot(): string | undefined {
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  const isThere = (tool: string): boolean => spawnSync(tool, ['-version']).error === undefined
  if (!isThere('squashfuse') || !isThere('mksquashfs')) return 'there is no squashfuse or no mksquashfs'
  mkdirSync(join(folder, 'image-files'))
  mkdirSync(mount)
  writeFileSync(join(folder, 'image-files/program'), '#!/bin/sh\nexit 7\n', { mode: 0o755 })
  execFileSync('mksquashfs', ['image-files', 'image', '-quiet'], { cwd: folder, stdio: 'ignore' })
  const { status } = spawnSync('sh', ['-c', SCRIPT], { cwd: folder, stdio: 'ignore', timeout: 20_000 })
  return status === 7 ? undefined : 'this user mounts no file system'
}

const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: files that the command serves: ${reason}\n\n`)

it.skipIf(reason !== undefined)(
  'a program is started from files that the watched command serves',
  async () => {
    const { report } = await record(['sh', '-c', SCRIPT], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    expect(report.status).toBe(7)
  },
)
