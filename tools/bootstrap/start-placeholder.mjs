console.log('seccompile: the workspace is installed and built')
