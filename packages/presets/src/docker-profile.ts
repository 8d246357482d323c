/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

/*
 * Docker's default profile to the letter, for comparisons with the programs that other tools make from it.
 */
import { arg, errno } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import { containerRules } from './container-rules.ts'

/**
 * CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET: the flags of clone that make a namespace.
 * @see include/uapi/linux/sched.h
 */
const CLONE_NAMESPACES = 0x7e02_0000

/** The ENOSYS of most ABIs, as the profile writes it. MIPS and PA-RISC have another number. */
const ENOSYS = 38

/** AF_ALG and AF_VSOCK. @see include/linux/socket.h */
const REFUSED_FAMILIES = [38, 40] as const

/**
 * PER_LINUX 0 and PER_LINUX32 8, each with UNAME26 0x20000 or without, and 0xffffffff, which reads the personality
 * and changes nothing.
 * @see include/uapi/linux/personality.h
 */
const PERSONALITIES = [0, 8, 0x20000, 0x20008, 0xffff_ffff] as const

/**
 * A policy with the meaning of Docker's default profile (moby/profiles v0.2.3) for every target. It compares whole
 * registers, and refuses clone3 with errno 38. On s390 the first two arguments of clone are swapped.
 */
export const dockerProfile: PolicyBuilder = containerRules('docker-profile', (rules) =>
  rules
    .allow('socket', arg(0).notIn(...REFUSED_FAMILIES))
    .allow('personality', arg(0).in(...PERSONALITIES))
    .unless({ caps: ['CAP_SYS_ADMIN'], arches: ['s390', 's390x'] }, (others) =>
      others.allow('clone', arg(0).maskedEq(CLONE_NAMESPACES, 0)),
    )
    .unless({ caps: ['CAP_SYS_ADMIN'] }, (unprivileged) =>
      unprivileged
        .when({ arches: ['s390', 's390x'] }, (s390) =>
          s390.allow('clone', arg(1).maskedEq(CLONE_NAMESPACES, 0)),
        )
        .deny('clone3', errno(ENOSYS)),
    ),
)
