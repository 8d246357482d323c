import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as kernel from '@seccompile/kernel'
import * as kernelExec from '@seccompile/kernel/exec'
import * as kernelNative from '@seccompile/kernel/native'
import * as kernelLaunchWords from '@seccompile/kernel/launch-words'
import * as kernelNotify from '@seccompile/kernel/notify'
import * as kernelUndo from '@seccompile/kernel/undo'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const { machineEndianness, nativeAbi } = kernelExec
const RUN = {
  launcher: 'koffi',
  pid: 1,
  status: 0,
  signal: undefined,
  refused: undefined,
  logged: undefined,
} as const
const INNER = unchecked('attaches filters or starts a process: options.test.ts')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(kernel, {
      attach: INNER,
      dump: INNER,
      againstInterpreter: INNER,
      kernelAccepts: INNER,
      oracle: INNER,
      chooseLauncher: [{ filters: [cbpf.encode(program, 'little')], flags: 0, noNewPrivs: true }, mayOmit()],
      filterBytes: [program],
      hasOwnOptions: [['a']],
      launch: INNER,
      bwrapArgs: [{ fds: [3] }],
      crunAnnotation: [program, mayOmit('little')],
      crunArgs: [{ file: 'f', id: 'c' }],
      crunConfig: [
        {
          args: ['true'],
          filter: cbpf.encode(program, 'little'),
          uid: 0,
          gid: 0,
          additionalGids: [],
          env: [],
          cwd: '/',
        },
      ],
      setprivArgs: [{ file: 'f' }],
      probe: INNER,
      refusedLaunch: [
        'bwrap',
        [cbpf.encode(program, 'little')],
        mayOmit({ abi: nativeAbi(), endianness: machineEndianness() }),
      ],
      thisUser: [],
      run: INNER,
      runReportFacts: [['true'], RUN],
      runReportLines: ['true', RUN],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/exec` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kernelExec, {
      flagBits: [{}],
      execUnder: INNER,
      stdioFlags: [],
      findCommand: [cbpf.encode(program, 'little'), undefined, mayOmit('read')],
      forbiddenCall: [[cbpf.encode(program, 'little')], nativeAbi(), ['execve'], mayOmit()],
      machineEndianness: [],
      hasBridge: ['ffi'],
      nativeAbi: [mayOmit('x64')],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/launch-words` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kernelLaunchWords, {
      bwrapArgs: [{ fds: [3] }],
      setprivArgs: [{ file: 'f' }],
      crunAnnotation: [program, mayOmit('little')],
      crunConfig: [
        {
          args: ['true'],
          filter: cbpf.encode(program, 'little'),
          uid: 0,
          gid: 0,
          additionalGids: [],
          env: [],
          cwd: '/',
        },
      ],
      isBridge: ['ffi'],
      crunArgs: [{ file: 'f', id: 'c' }],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/notify` by a message of ours', async () => {
  const HANDLES = unchecked('takes a bridge, and a descriptor that is open')
  expect(
    await wrongValueFaults(kernelNotify, {
      listenerFlags: [],
      openBridge: [mayOmit(['koffi'])],
      openListener: HANDLES,
      receiveDescriptor: HANDLES,
      runWith: INNER,
      runTraced: INNER,
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/undo` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kernelUndo, {
      undoneByTheEnd: INNER,
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/native` by a message of ours', async () => {
  expect(
    await wrongValueFaults(kernelNative, {
      compileNative: INNER,
      startPiped: INNER,
      explainErrno: ['ENOENT'],
      readOptions: unchecked('passes its arguments to the readers of shape'),
      requireLinux: ['a clock'],
      stopSignal: unchecked('a reader: shape calls it with a value and its place'),
    }),
  ).toEqual([])
})
