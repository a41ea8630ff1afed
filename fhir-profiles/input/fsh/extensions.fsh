Extension: Direction
Id: direction
Title: "Direction"
Description: "Whether more or less was billed than the record supports."
Context: DetectedIssue
* value[x] only code
* value[x] 1..1
* valueCode from FindingDirections (required)

Extension: Confidence
Id: confidence
Title: "Confidence"
Description: "Calibrated share of findings like this one that are right, 0 to 1."
Context: DetectedIssue
* value[x] only decimal
* value[x] 1..1

Extension: BilledCode
Id: billed-code
Title: "Billed code"
Description: "A code on the claim that the finding is about, with its modifiers behind hyphens."
Context: DetectedIssue
* value[x] only Coding
* value[x] 1..1

Extension: SuggestedCode
Id: suggested-code
Title: "Suggested code"
Description: "A code to look at instead. A suggestion, never a change of the claim."
Context: DetectedIssue
* value[x] only Coding
* value[x] 1..1

Extension: Rule
Id: rule
Title: "Rule"
Description: "The rule that found it, and where that rule is published."
Context: DetectedIssue
* extension contains id 1..1 and source 1..1
* extension[id].value[x] only code
* extension[id].value[x] 1..1
* extension[source].value[x] only string
* extension[source].value[x] 1..1

Extension: FindingEncounter
Id: encounter
Title: "Encounter"
Description: "The encounter whose coding the finding is about (DetectedIssue has no such element in R4)."
Context: DetectedIssue
* value[x] only Reference(Encounter)
* value[x] 1..1
