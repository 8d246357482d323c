import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { checkProfile } from '../src/check-profile.ts'
import type { CheckedProfile } from '../src/check-profile.ts'
import { withProfileFiles } from '../src/profile-files.ts'

/** What the check makes of files, by their paths below the folder. */
async function checked(files: Readonly<Record<string, string>>): Promise<readonly CheckedProfile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return await withProfileFiles(folder, (found) => Promise.all(found.map(checkProfile)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('checks each filter of each file, in its own notation and in OCI', async () => {
  const filter = { mismatch_action: 'kill_process', match_action: 'allow', filter: [{ syscall: 'read' }] }
  const found = await checked({
    'a+b@0/two.json': JSON.stringify({ one: filter, other: { ...filter, mismatch_action: 'trap' } }),
    'a+b@0/aarch64/x.policy': '@default kill-thread\nread: 1\nioctl: arg1 == 5\n',
  })
  expect(found).toMatchObject([
    { kind: 'read', source: 'a+b@0', path: 'aarch64/x.policy', abi: 'aarch64', notation: 'minijail', calls: 2, own: { kind: 'same' }, oci: { kind: 'same' } },
    { path: 'two.json', part: 'one', notation: 'seccompiler', calls: 1, own: { kind: 'same' }, oci: { kind: 'losses' } },
    { path: 'two.json', part: 'other', own: { kind: 'same' }, oci: { kind: 'losses' } },
  ]) // prettier-ignore
})

it('reads an include by an absolute path beside the file that has it', async () => {
  const found = await checked({
    'c@0/common.policy': 'read: 1\n',
    'c@0/device.policy': '@include /usr/share/policy/c/common.policy\nwrite: 1\n',
  })
  expect(found).toMatchObject([{ calls: 1 }, { calls: 2, own: { kind: 'same' } }])
})

it('says why a file is refused', async () => {
  const found = await checked({ 'd@0/x.json': 'no policy', 'd@0/y.policy': 'reed: 1\n' })
  expect(found).toMatchObject([
    { kind: 'refused', message: 'no notation recognises it' },
    { kind: 'refused', message: expect.stringContaining('y.policy:1:1: unknown system call "reed"') as string },
  ]) // prettier-ignore
})
