export type { Content, FrameworkContent } from './content.ts';
export { readFolder, type FolderFault } from './folder.ts';
export { checkFolder, findFramework, findProgramme, loadContent, readLock, shippedContent, SHIPPED } from './load.ts';
export { checkLock, extended, hashOf, type Lock } from './lock.ts';
export type { DimensionText, FrameworkText, IndicatorText, Level, ThemeText } from './read/framework.ts';
export { readLooseRule } from './read/loose-rule.ts';
export type { ObjectiveText, ProgrammeText, RuleText } from './read/programme.ts';
export type { VocabularyGroup, VocabularyKey } from './schema/vocabulary.ts';
export type { ContentFault } from './yaml-file.ts';
