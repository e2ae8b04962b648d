import { writeFileSync } from 'node:fs';
import { glossaryPage, readGlossary } from '@egide/content/glossary';

writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossaryPage(readGlossary()));
