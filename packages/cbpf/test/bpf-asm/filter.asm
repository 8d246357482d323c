; The shape that the kernel's documentation shows: check arch, then look the number up.
  ld [4]                  /* arch */
  jne #0x40000028, bad    /* AUDIT_ARCH_ARM */
  ld [0]                  /* nr */
  jeq #1, good            /* exit */
  jeq #3, good            /* read */
  jeq #4, fd              /* write */
  jlt #248, errno
  jgt #0xf0000, errno
  jeq #248, good          /* exit_group */
fd: ld [16]               /* args[0], low half */
  jle #2, good
  jset #0xfffffffc, errno, good
errno: ret #0x50026       /* ERRNO(38) */
bad: ret #0x80000000      /* KILL_PROCESS */
good: ret #0x7fff0000     /* ALLOW */
