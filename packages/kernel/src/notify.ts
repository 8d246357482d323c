// The functions by which a watcher sees the calls of a command: see @seccompile/watch.
export { openBridge } from './libc/open-bridge.ts'
export { listenerFlags } from './notify/listener-flags.ts'
export { openListener } from './notify/listener.ts'
export type { Listener, Notification, NotifyAnswer } from './notify/listener.ts'
export { receiveDescriptor } from './notify/socket.ts'
export { runWith } from './launch/run.ts'
export type { NotifiedRun } from './launch/run.ts'
