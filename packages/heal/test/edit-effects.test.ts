/* An edit may add rules with an action and with requirements, in JSON, in YAML and in builder calls. */
import {
  assembled,
  builderLines,
  editedPolicy,
  jsonProfile,
  WITHOUT_TEXT,
  yamlProfile,
} from '@seccompile/heal'
import type { AllowStep } from '@seccompile/heal'
import { parseProfile } from '@seccompile/oci'
import { errno, policy } from '@seccompile/policy'
import { parseSpo } from '@seccompile/spo'
import { expect, it } from 'vitest'
import { changedLines } from './healed.ts'

const PROFILE = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["read"], "action": "SCMP_ACT_ALLOW" },
    { "names": ["mount"], "action": "SCMP_ACT_ALLOW", "includes": { "caps": ["CAP_SYS_ADMIN"] } }
  ]
}
`
const step = (name: string, effect: Partial<AllowStep>): AllowStep => ({
  kind: 'allow',
  name,
  condition: { args: [] },
  ...effect,
})

it('writes an errno and requirements into a profile', () => {
  const { policy: read } = parseProfile(PROFILE, { file: 'profile.json' })
  const form = jsonProfile(PROFILE, read)!
  const steps = [
    step('clone3', { action: errno(38) }),
    step('mknodat', { includes: { caps: ['CAP_MKNOD'] }, excludes: { caps: ['CAP_SYS_ADMIN'] } }),
  ]
  const text = form.write(assembled(read, steps, form))!
  expect(changedLines(PROFILE, text).added.split('\n').slice(1)).toEqual([
    '    { "names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 },',
    '    { "names": ["mknodat"], "action": "SCMP_ACT_ALLOW", "includes": {"caps": ["CAP_MKNOD"]}, "excludes": {"caps": ["CAP_SYS_ADMIN"]} }',
  ])
  const { policy: again } = parseProfile(text, { file: 'profile.json' })
  expect(again.rules.at(-2)).toMatchObject({ action: { action: 'ERRNO', data: 38 } })
  expect(again.rules.at(-1)).toMatchObject({ includes: { caps: ['CAP_MKNOD'] } })
})

it('puts a name into the entry with the same requirements, and into no other', () => {
  const { policy: read } = parseProfile(PROFILE, { file: 'profile.json' })
  const form = jsonProfile(PROFILE, read)!
  const joins = (effect: Partial<AllowStep>) => assembled(read, [step('umount2', effect)], form).joins
  expect(joins({ includes: { caps: ['CAP_SYS_ADMIN'] } })).toEqual([{ entry: 1, name: 'umount2' }])
  expect(joins({})).toEqual([{ entry: 0, name: 'umount2' }])
  expect(joins({ action: errno(38) })).toEqual([])
})

it('writes an errno into a SeccompProfile, which has no requirements', () => {
  const text = `apiVersion: security-profiles-operator.x-k8s.io/v1beta1
kind: SeccompProfile
metadata:
  name: one
spec:
  defaultAction: SCMP_ACT_ERRNO
  syscalls:
    - action: SCMP_ACT_ALLOW
      names:
        - read
`
  const { policy: read } = parseSpo(text, { file: 'profile.yaml' })
  const form = yamlProfile(text, read)!
  const written = form.write(assembled(read, [step('clone3', { action: errno(38) })], form))!
  expect(changedLines(text, written).added).toContain('errnoRet: 38')
  expect(parseSpo(written, { file: 'profile.yaml' }).policy.rules.at(-1)).toMatchObject({
    action: { action: 'ERRNO', data: 38 },
  })
  const required = assembled(read, [step('mknodat', { includes: { caps: ['CAP_MKNOD'] } })], form)
  expect(form.write(required)).toBeUndefined()
})

it('is calls of the builder', () => {
  const list = policy({ default: 'deny' })
  const edit = assembled(list, [step('clone3', { action: errno('ENOSYS') })], WITHOUT_TEXT)
  expect(builderLines(edit.rules)).toEqual({
    lines: [".deny('clone3', errno('ENOSYS'))"],
    imports: ['errno'],
  })
  expect(editedPolicy(list, edit, WITHOUT_TEXT.entryOf).rules.at(-1)?.action).toEqual(errno('ENOSYS'))
})
