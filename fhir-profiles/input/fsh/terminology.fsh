CodeSystem: FindingKind
Id: finding-kind
Title: "Kind of coding finding"
Description: "What a finding says about the coding of an encounter."
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #missed-diagnosis "Missed diagnosis" "Documented, and evaluated or treated, in this encounter; not on the claim."
* #missed-service "Missed service" "A billable service is documented and not on the claim."
* #unsupported-diagnosis "Unsupported diagnosis" "Billed, but the record does not support it."
* #unsupported-service "Unsupported service" "Billed, but not documented as performed."
* #diagnosis-specificity "Diagnosis specificity" "Billed less specific than the record is."
* #wrong-diagnosis "Wrong diagnosis" "The record contradicts the code."
* #level-of-service "Level of service" "The evaluation and management level is above or below what is documented, or of the wrong family."
* #modifier "Modifier" "A modifier is missing, wrong or not supported."
* #code-pair-edit "Code pair edit" "An NCCI procedure-to-procedure pair billed together without a reason that allows it."
* #units "Units" "Units exceed the medically unlikely edit or what is documented."
* #add-on-without-primary "Add-on without primary" "An add-on code without its primary."
* #invalid-code "Invalid code" "Not a valid billable code on the date of service."
* #excludes1-conflict "Excludes1 conflict" "Two codes that an Excludes1 note keeps apart."
* #sequencing "Sequencing" "Codes in an order that the guidelines do not allow, or an etiology missing."
* #demographic-conflict "Demographic conflict" "The code does not fit the recorded sex or age."
* #diagnosis-pointer "Diagnosis pointer" "A service line points to no diagnosis, or to one that does not justify it."
* #documentation-gap "Documentation gap" "The record lacks what the billed code needs: a query, not a recode."

ValueSet: FindingKinds
Id: finding-kinds
Title: "Kinds of coding findings"
Description: "All kinds of coding findings."
* ^experimental = false
* include codes from system FindingKind

CodeSystem: FindingDirection
Id: finding-direction
Title: "Direction of a coding finding"
Description: "Whether more or less was billed than the record supports."
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #over "Overcoded" "More was billed than the record supports."
* #under "Undercoded" "Less was billed than the record supports."
* #neutral "Neutral" "Coded otherwise wrongly."

ValueSet: FindingDirections
Id: finding-directions
Title: "Directions of coding findings"
Description: "All directions of coding findings."
* ^experimental = false
* include codes from system FindingDirection

CodeSystem: FindingDecision
Id: finding-decision
Title: "Decision about a coding finding"
Description: "What a person decided about a finding."
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #accepted "Accepted" "A person agrees with the finding."
* #rejected "Rejected" "A person does not agree with the finding."

ValueSet: FindingDecisions
Id: finding-decisions
Title: "Decisions about coding findings"
Description: "All decisions about coding findings."
* ^experimental = false
* include codes from system FindingDecision

CodeSystem: CodingReview
Id: coding-review
Title: "Coding review"
Description: "What RevRx's tasks, reports and activities are."
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #review-findings "Review coding findings" "The coding team looks at the findings of an encounter."
* #report "Coding review report" "The findings of an encounter, for people to read."
* #clinician-query "Query to the clinician" "A person asks the clinician what the record leaves open."
* #query-indicator "Indicator" "Words of the record that a query rests on, with the title of their document."
* #query-option "Option" "An answer that a query offers."
* #query-answer "Answer" "The option that the clinician chose."
* #query-answer-words "Answer in words" "What the clinician wrote as an answer or beside it."
* #query-answered-by "Answered by" "Who answered."
* #post-facto-review "Post-facto coding review" "The billed codes were compared with the documentation."
