/*
 * File systems that a program serves. Whoever looks at a file there waits for that program, and where the watcher answers its calls,
 * it waits for the watcher.
 */

/** The type of a file system of FUSE: `fuse`, `fuseblk`, or `fuse.` and the name of the server. `fusectl` has no server. */
const FUSE = /^fuse(?:blk)?(?:\.|$)/

/**
 * The devices of the FUSE file systems in a table of mounts. A device keeps its number in another mount namespace, and a mount
 * does not.
 * @see proc_pid_mountinfo(5)
 */
export function fuseDevices(mountinfo: string): ReadonlySet<string> {
  const devices = mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ')
    const [, , device] = before.split(' ')
    const [type = ''] = after.split(' ')
    return device !== undefined && FUSE.test(type) ? [device] : []
  })
  return new Set(devices)
}
