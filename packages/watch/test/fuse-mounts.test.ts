import { expect, it } from 'vitest'
import { fuseDevices } from '../src/fuse-mounts.ts'

const MOUNTS = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
30 22 0:28 / /sys/fs/fuse/connections rw - fusectl fusectl rw
41 22 0:51 / /tmp/.mount_app rw,nosuid master:3 shared:9 - fuse.squashfuse squashfuse rw,user_id=0
42 22 0:52 / /mnt/a\\040-\\040b rw - fuse server rw
43 22 8:1 / /mnt/disk rw - fuseblk /dev/sda1 rw
44 22 0:60 / /mnt/fuse.like rw - tmpfs fuse rw
`

it('finds the file systems that a program serves, and no others', () => {
  expect([...fuseDevices(MOUNTS)]).toEqual(['0:51', '0:52', '8:1'])
  expect(fuseDevices('')).toEqual(new Set())
})
