/* probe NAME 0|1: runs one probe. probe: prints the names of all. */
#include "probe.h"

int v;

static struct {
  const char *name;
  void (*run)(void);
} probes[512];
static int count;

void add_probe(const char *name, void (*run)(void)) {
  probes[count].name = name;
  probes[count++].run = run;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    for (int i = 0; i < count; i++) puts(probes[i].name);
    return 0;
  }
  v = argv[2][0] == '1';
  for (int i = 0; i < count; i++)
    if (strcmp(probes[i].name, argv[1]) == 0) {
      probes[i].run();
      return 0;
    }
  return 99;
}
