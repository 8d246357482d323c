/**
 * A source in libseccomp's format, made up by hand: only the shape of the columns is a fact, not the numbers. It has
 * rows out of order, calls absent from an ABI, an ABI's own range (arm) and ABIs that share a column (mips).
 */
export const SAMPLE = `#syscall (v9.8.7 2030-01-02),x86_64,x86_64_kver,arm,arm_kver,mips,mips_kver
write,1,SCMP_KV_UNDEF,4,SCMP_KV_UNDEF,4,SCMP_KV_UNDEF
read,0,SCMP_KV_UNDEF,3,SCMP_KV_UNDEF,3,SCMP_KV_UNDEF
_llseek,PNR,SCMP_KV_UNDEF,140,SCMP_KV_UNDEF,PNR,SCMP_KV_UNDEF
set_tls,PNR,SCMP_KV_UNDEF,983045,SCMP_KV_UNDEF,PNR,SCMP_KV_UNDEF
nowhere,PNR,SCMP_KV_UNDEF,PNR,SCMP_KV_UNDEF,PNR,SCMP_KV_UNDEF
`

const abi = (token, more) => ({
  token,
  go: token,
  aliases: [],
  arch: 1,
  endianness: 'little',
  wordSize: 64,
  base: 0,
  column: token,
  ownFrom: 2 ** 32,
  ...more,
})

export const SAMPLE_ABIS = [
  abi('x86_64', { aliases: ['x64'] }),
  abi('arm', { ownFrom: 0x0f_0000 }),
  abi('mips', { base: 4000, endianness: 'big' }),
  abi('mipsel', { base: 4000, column: 'mips' }),
]
