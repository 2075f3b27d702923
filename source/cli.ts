import packageFile from '../package.json' with { type: 'json' };

const { version, description } = packageFile;

if (process.argv.includes('--version')) {
  console.log(version);
} else {
  console.log(`luotsi ${version}: ${description}`);
}
