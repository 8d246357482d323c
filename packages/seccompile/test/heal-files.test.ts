/* The diff of `heal` is one that `patch` takes; where there is none, the exit status says so. */
import { readFileSync, symlinkSync } from 'node:fs'
import { applyPatch } from 'diff'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const seen = file(
  'seen.ndjson',
  `${[
    '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","abis":["x86_64"],"unseen":[]}',
    '{"abi":"x86_64","nr":41,"call":"socket","count":1}',
    '{"abi":"x86_64","nr":41,"call":"socket","args":["0x2","0x1","0x0"],"count":1}',
    '{"end":true,"rows":2,"calls":1}',
  ].join('\n')}\n`,
)
const PROFILE =
  '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["read"], "action": "SCMP_ACT_ALLOW" }] }\n'
const YAML = `apiVersion: security-profiles-operator.x-k8s.io/v1beta1
kind: SeccompProfile
metadata: {name: one}
`

it('names the file to which a symbolic link leads', async () => {
  const path = file('profile.json', PROFILE)
  symlinkSync('profile.json', at('link.json'))
  const { status, out } = await runCli(['heal', at('link.json'), '--from', seen])
  expect(status).toBe(0)
  expect(out.split('\n').slice(0, 2)).toEqual([`--- ${path}`, `+++ ${path}`])
  expect(applyPatch(readFileSync(path, 'utf8'), out)).toContain('"socket"')
})

it('edits a SeccompProfile in a flow, whose list is empty or begins on the line of its key', async () => {
  const texts = [
    `${YAML}spec: {defaultAction: SCMP_ACT_ERRNO, syscalls: []}\n`,
    `${YAML}spec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls: [{\n    names: [read],\n    action: SCMP_ACT_ALLOW}]\n`,
  ]
  for (const text of texts) {
    const { status, out } = await runCli(['heal', file('flow.yaml', text), '--from', seen])
    expect([status, out.slice(0, 4)], text).toEqual([0, '--- '])
  }
})

it('exits 1 for a text of which there is no diff', async () => {
  const text = `${YAML}spec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls:\n  - {names: &all [read], action: SCMP_ACT_ALLOW}\n  - {names: *all, action: SCMP_ACT_LOG}\n`
  const { status, err } = await runCli(['heal', file('alias.yaml', text), '--from', seen])
  expect(err).toContain('make the edit by hand')
  expect(status).toBe(1)
})
