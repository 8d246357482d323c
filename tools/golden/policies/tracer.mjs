/* Every action there is, for a tracer and a handler of SIGSYS. */
import {
  ALLOW,
  arg,
  errno,
  KILL_PROCESS,
  KILL_THREAD,
  LOG,
  NOTIFY,
  policy,
  trace,
  TRAP,
} from '@seccompile/policy'

export default policy({ default: KILL_THREAD, badArch: KILL_PROCESS, name: 'tracer' })
  .rule(ALLOW, 'read', 'write', 'exit', 'exit_group')
  .rule(trace(1), 'open', 'openat', 'creat')
  .rule(trace(2), 'execve')
  .rule(trace(0xffff), 'execveat')
  .rule(TRAP, 'socket', arg(0).notIn(1, 2, 10))
  .rule(errno(0), 'chmod', 'fchmod', 'fchmodat')
  .rule(errno(4095), 'sync')
  .rule(LOG, 'kill', 'tkill', 'tgkill')
  .rule(NOTIFY, 'mount')
  .rule(KILL_PROCESS, 'ptrace')
