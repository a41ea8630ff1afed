Profile: CodingFinding
Parent: DetectedIssue
Id: coding-finding
Title: "Coding finding"
Description: "One thing about the coding of an encounter that the documentation does not bear out."
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* code 1..1
* code from FindingKinds (required)
* patient 1..1
* identified[x] only dateTime
* identified[x] 1..1
* author 1..1
* author only Reference(Device)
* implicated 1..*
* detail 1..1
* extension contains
    Direction named direction 1..1 and
    Confidence named confidence 1..1 and
    BilledCode named billedCode 0..* and
    SuggestedCode named suggestedCode 0..* and
    Rule named rule 1..1 and
    FindingEncounter named encounter 1..1

Profile: CodingReviewTask
Parent: Task
Id: coding-review-task
Title: "Coding review task"
Description: "Asks the coding team to look at the findings of an encounter."
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* code 1..1
* focus 1..1
* focus only Reference(DocumentReference)
* for 1..1
* encounter 1..1
* authoredOn 1..1
* requester 1..1
* requester only Reference(Device)

Profile: ClinicianQuery
Parent: Task
Id: clinician-query
Title: "Query to the clinician"
Description: "A question about the record that a person sent to the clinician, made to the AHIMA/ACDIS practice brief: indicators and options in input, the answer in output."
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* code 1..1
* code = CodingReview#clinician-query
* description 1..1
* focus only Reference(DetectedIssue)
* for 1..1
* encounter 1..1
* authoredOn 1..1
* requester 1..1
* input 3..*
* input.value[x] only string
* output.value[x] only string or Reference

Profile: CodingReviewReport
Parent: DocumentReference
Id: coding-review-report
Title: "Coding review report"
Description: "The findings of an encounter as an HTML document."
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* docStatus 1..1
* type 1..1
* subject 1..1
* date 1..1
* author 1..1
* author only Reference(Device)
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.data 1..1
* context 1..1
* context.encounter 1..1

Profile: CodingReviewProvenance
Parent: Provenance
Id: coding-review-provenance
Title: "Coding review provenance"
Description: "Which notes and claim the findings were made from, and by which version of RevRx."
* agent 1..1
* agent.type 1..1
* agent.who only Reference(Device)
* entity 1..*

Profile: CodingReviewDevice
Parent: Device
Id: coding-review-device
Title: "RevRx"
Description: "RevRx itself, as the author of what it writes."
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* deviceName 1..*
* version 1..*
