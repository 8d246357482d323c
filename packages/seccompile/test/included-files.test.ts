import { mkdirSync, symlinkSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

beforeAll(() => {
  mkdirSync(at('policies'))
  file('outside.policy', 'write: 1\n')
  file('policies/inside.policy', 'write: 1\n')
  symlinkSync(at('outside.policy'), at('policies/out.policy'))
  symlinkSync(at('policies/inside.policy'), at('policies/in.policy'))
  symlinkSync(at(''), at('policies/folder'))
  mkdirSync(at('policies/sub'))
})

/** The output of `explain` for a policy that includes the file at `path`. */
async function including(path: string): Promise<readonly [status: number, text: string]> {
  const { status, out, err } = await runCli([
    'explain',
    file('policies/x.policy', `@include ./${path}\nread: 1\n`),
  ])
  return [status, status === 0 ? out : err.replaceAll(at('policies'), '')]
}

it('includes a file by a link that stays in the folder of the policy', async () => {
  expect(await including('in.policy')).toEqual([0, expect.stringContaining('ALLOW: read, write\n')])
})

it.each(['out.policy', 'folder/outside.policy'])(
  'refuses %s, a link out of the folder (issue 19)',
  async (path) => {
    expect(await including(path)).toEqual([
      2,
      `error: /${path}: is a link to a file outside the folder of the policy; include only files in that folder\n`,
    ])
  },
)

it('refuses what is no regular file (issue 19)', async () => {
  expect(await including('sub')).toEqual([2, 'error: /sub: cannot be included: it is not a regular file\n'])
})
