# Makes a repository, and clones it.
set -e
export GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z' GIT_CONFIG_NOSYSTEM=1 HOME="$PWD"
rm -rf from to
git init -q -b main from
for number in 1 2 3; do
  echo "$number" > "from/file$number"
  git -C from add .
  git -C from -c user.name=a -c user.email=a@b -c gc.auto=0 commit -q -m "$number"
done
git clone -q --no-local from to
git -C to log --format='%H %s'
cat to/file3
