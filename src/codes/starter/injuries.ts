/** Injuries and their 7th characters. See parse-catalogue.ts for the format. */
export const INJURIES = `
S00 Superficial injury of head
7 injury
S00.0 Superficial injury of scalp
S00.03 Contusion of scalp
S00.8 Superficial injury of other parts of head
S00.83 Contusion of other part of head
S01 Open wound of head
7 injury
S01.0 Open wound of scalp
S01.01 Laceration without foreign body of scalp
S01.8 Open wound of other parts of head
S01.81 Laceration without foreign body of other part of head
S05 Injury of eye and orbit
7 injury
S05.0 Injury of conjunctiva and corneal abrasion without foreign body
S05.00 Injury of conjunctiva and corneal abrasion without foreign body, unspecified eye
S05.0[12] Injury of conjunctiva and corneal abrasion without foreign body, @ eye
S06 Intracranial injury
7 injury
x1 head injury NOS (S09.90)
S06.0 Concussion
S06.0X Concussion
S06.0X0 Concussion without loss of consciousness
S06.0X1 Concussion with loss of consciousness of 30 minutes or less
S06.0X9 Concussion with loss of consciousness of unspecified duration
S09 Other and unspecified injuries of head
7 injury
S09.9 Unspecified injury of face and head
S09.90 Unspecified injury of head
S13 Dislocation and sprain of joints and ligaments at neck level
7 injury
S13.4 Sprain of ligaments of cervical spine
= Whiplash injury of cervical spine
S16 Injury of muscle, fascia and tendon at neck level
7 injury
S16.1 Strain of muscle, fascia and tendon at neck level
S20 Superficial injury of thorax
7 injury
S20.2 Contusion of thorax
S20.21 Contusion of front wall of thorax
S20.21[129] Contusion of @ front wall of thorax
S22 Fracture of rib(s), sternum and thoracic spine
7 rib
S22.3 Fracture of one rib
S22.3[129] Fracture of one rib, @ side
S22.4 Multiple fractures of ribs
S22.4[129] Multiple fractures of ribs, @ side
S33 Dislocation and sprain of joints and ligaments of lumbar spine and pelvis
7 injury
S33.5 Sprain of ligaments of lumbar spine
S39 Other and unspecified injuries of abdomen, lower back, pelvis and external genitals
7 injury
S39.0 Injury of muscle, fascia and tendon of abdomen, lower back and pelvis
S39.01 Strain of muscle, fascia and tendon of abdomen, lower back and pelvis
S39.012 Strain of muscle, fascia and tendon of lower back
S42 Fracture of shoulder and upper arm
7 fracture
S42.0 Fracture of clavicle
S42.00 Fracture of unspecified part of clavicle
S42.00[129] Fracture of unspecified part of @ clavicle
S42.2 Fracture of upper end of humerus
S42.20 Unspecified fracture of upper end of humerus
S42.20[129] Unspecified fracture of upper end of @ humerus
S43 Dislocation and sprain of joints and ligaments of shoulder girdle
7 injury
S43.4 Sprain of shoulder joint
S43.40 Unspecified sprain of shoulder joint
S43.40[129] Unspecified sprain of @ shoulder joint
S46 Injury of muscle, fascia and tendon at shoulder and upper arm level
7 injury
S46.0 Injury of muscle(s) and tendon(s) of the rotator cuff of shoulder
S46.01 Strain of muscle(s) and tendon(s) of the rotator cuff of shoulder
S46.01[129] Strain of muscle(s) and tendon(s) of the rotator cuff of @ shoulder
S51 Open wound of elbow and forearm
7 injury
S51.8 Open wound of forearm
S51.81 Laceration without foreign body of forearm
S51.81[129] Laceration without foreign body of @ forearm
S52 Fracture of forearm
7 long-bone
x1 traumatic amputation of forearm (S58.-)
x2 fracture at wrist and hand level (S62.-)
S52.5 Fracture of lower end of radius
S52.50 Unspecified fracture of the lower end of radius
S52.50[129] Unspecified fracture of the lower end of @ radius
S52.53 Colles' fracture
S52.53[129] Colles' fracture of @ radius
S60 Superficial injury of wrist, hand and fingers
7 injury
S60.2 Contusion of wrist and hand
S60.22 Contusion of hand
S60.22[129] Contusion of @ hand
S61 Open wound of wrist, hand and fingers
7 injury
S61.2 Open wound of other finger without damage to nail
S61.21 Laceration without foreign body of finger without damage to nail
S61.210 Laceration without foreign body of right index finger without damage to nail
S61.211 Laceration without foreign body of left index finger without damage to nail
S61.219 Laceration without foreign body of unspecified finger without damage to nail
S61.4 Open wound of hand
S61.41 Laceration without foreign body of hand
S61.41[129] Laceration without foreign body of @ hand
S62 Fracture at wrist and hand level
7 fracture
S62.6 Fracture of other and unspecified finger(s)
S62.60 Fracture of unspecified phalanx of finger
S62.600 Fracture of unspecified phalanx of right index finger
S62.601 Fracture of unspecified phalanx of left index finger
S62.609 Fracture of unspecified phalanx of unspecified finger
S63 Dislocation and sprain of joints and ligaments at wrist and hand level
7 injury
S63.5 Other and unspecified sprain of wrist
S63.50 Unspecified sprain of wrist
S63.50[129] Unspecified sprain of @ wrist
S72 Fracture of femur
7 long-bone
x1 traumatic amputation of hip and thigh (S78.-)
S72.0 Fracture of head and neck of femur
S72.00 Fracture of unspecified part of neck of femur
S72.00[129] Fracture of unspecified part of neck of @ femur
S72.1 Pertrochanteric fracture
S72.14 Intertrochanteric fracture of femur
S72.141 Displaced intertrochanteric fracture of right femur
S72.142 Displaced intertrochanteric fracture of left femur
S72.143 Displaced intertrochanteric fracture of unspecified femur
S80 Superficial injury of knee and lower leg
7 injury
S80.0 Contusion of knee
S80.00 Contusion of unspecified knee
S80.0[12] Contusion of @ knee
S81 Open wound of knee and lower leg
7 injury
S81.8 Open wound of lower leg
S81.81 Laceration without foreign body of lower leg
S81.81[129] Laceration without foreign body, @ lower leg
S82 Fracture of lower leg, including ankle
7 long-bone
S82.6 Fracture of lateral malleolus
S82.61 Displaced fracture of lateral malleolus of right fibula
S82.62 Displaced fracture of lateral malleolus of left fibula
S82.63 Displaced fracture of lateral malleolus of unspecified fibula
S82.64 Nondisplaced fracture of lateral malleolus of right fibula
S82.65 Nondisplaced fracture of lateral malleolus of left fibula
S82.66 Nondisplaced fracture of lateral malleolus of unspecified fibula
S82.8 Other fractures of lower leg
S82.89 Other fractures of lower leg
S82.89[129] Other fracture of @ lower leg
S83 Dislocation and sprain of joints and ligaments of knee
7 injury
S83.2 Tear of meniscus, current injury
S83.20 Tear of unspecified meniscus, current injury
S83.206 Unspecified tear of unspecified meniscus, current injury, right knee
S83.207 Unspecified tear of unspecified meniscus, current injury, left knee
S83.209 Unspecified tear of unspecified meniscus, current injury, unspecified knee
S83.23 Complex tear of medial meniscus, current injury
S83.23[129] Complex tear of medial meniscus, current injury, @ knee
S83.24 Other tear of medial meniscus, current injury
S83.24[129] Other tear of medial meniscus, current injury, @ knee
S83.28 Other tear of lateral meniscus, current injury
S83.28[129] Other tear of lateral meniscus, current injury, @ knee
S83.5 Sprain of cruciate ligament of knee
S83.51 Sprain of anterior cruciate ligament of knee
S83.51[129] Sprain of anterior cruciate ligament of @ knee
S83.9 Sprain of unspecified site of knee
S83.90 Sprain of unspecified site of unspecified knee
S83.9[12] Sprain of unspecified site of @ knee
S92 Fracture of foot and toe, except ankle
7 fracture
S92.3 Fracture of metatarsal bone(s)
S92.30 Fracture of unspecified metatarsal bone(s)
S92.30[129] Fracture of unspecified metatarsal bone(s), @ foot
S93 Dislocation and sprain of joints and ligaments at ankle, foot and toe level
7 injury
x2 strain of muscle and tendon of ankle and foot (S96.-)
S93.4 Sprain of ankle
S93.40 Sprain of unspecified ligament of ankle
= Sprain of ankle NOS; Sprained ankle NOS
S93.40[129] Sprain of unspecified ligament of @ ankle
S93.41 Sprain of calcaneofibular ligament
S93.41[129] Sprain of calcaneofibular ligament of @ ankle
S93.49 Sprain of other ligament of ankle
S93.49[129] Sprain of other ligament of @ ankle
T14 Injury of unspecified body region
7 injury
T14.8 Other injury of unspecified body region
T14.9 Unspecified injury
T14.90 Injury, unspecified
T78 Adverse effects, not elsewhere classified
7 injury
T78.4 Other and unspecified allergy
T78.40 Allergy, unspecified
T81 Complications of procedures, not elsewhere classified
7 injury
T81.4 Infection following a procedure
T81.49 Infection following a procedure, other surgical site
`;
