import type { Rule } from './rule.ts';
import { allElementsRequireDescription } from './rules/allElementsRequireDescription.ts';
import { argumentsRequireDescription } from './rules/argumentsRequireDescription.ts';
import { contactDirectiveMissing } from './rules/contactDirectiveMissing.ts';
import { definedTypesAreUnused } from './rules/definedTypesAreUnused.ts';
import { deprecatedDirectiveMissingReason } from './rules/deprecatedDirectiveMissingReason.ts';
import { directiveNamesShouldBeCamelCase } from './rules/directiveNamesShouldBeCamelCase.ts';
import { enumUsedAsInputWithoutSuffix } from './rules/enumUsedAsInputWithoutSuffix.ts';
import { enumUsedAsOutputDespiteSuffix } from './rules/enumUsedAsOutputDespiteSuffix.ts';
import { enumValuesShouldBeScreamingSnakeCase } from './rules/enumValuesShouldBeScreamingSnakeCase.ts';
import { fieldNamesShouldBeCamelCase } from './rules/fieldNamesShouldBeCamelCase.ts';
import { fieldsAcrossSubgraphsShouldBeNullable } from './rules/fieldsAcrossSubgraphsShouldBeNullable.ts';
import { inputArgumentNamesShouldBeCamelCase } from './rules/inputArgumentNamesShouldBeCamelCase.ts';
import { inputTypeSuffix } from './rules/inputTypeSuffix.ts';
import { queryDocumentDeclaration } from './rules/queryDocumentDeclaration.ts';
import { restyFieldNames } from './rules/restyFieldNames.ts';
import { tagDirectiveUsesUnknownName } from './rules/tagDirectiveUsesUnknownName.ts';
import { typeAffixes } from './rules/typeAffixes.ts';
import { typeNamesShouldBePascalCase } from './rules/typeNamesShouldBePascalCase.ts';

/** Every rule but DOES_NOT_PARSE, which comes before them. */
export const rules: readonly Rule[] = [
  allElementsRequireDescription,
  argumentsRequireDescription,
  contactDirectiveMissing,
  definedTypesAreUnused,
  deprecatedDirectiveMissingReason,
  directiveNamesShouldBeCamelCase,
  enumUsedAsInputWithoutSuffix,
  enumUsedAsOutputDespiteSuffix,
  enumValuesShouldBeScreamingSnakeCase,
  fieldNamesShouldBeCamelCase,
  fieldsAcrossSubgraphsShouldBeNullable,
  inputArgumentNamesShouldBeCamelCase,
  inputTypeSuffix,
  queryDocumentDeclaration,
  restyFieldNames,
  tagDirectiveUsesUnknownName,
  ...typeAffixes,
  typeNamesShouldBePascalCase,
];
